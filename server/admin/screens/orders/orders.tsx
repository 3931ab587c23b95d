import { Tabs } from '@mantine/core'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { AllOrders } from './all-orders.tsx'
import { Board } from './board.tsx'
import { SoundSwitch } from './sound-switch.tsx'

/** Orders to work on, and all there were. */
export function OrdersScreen() {
  const words = useWords()
  const { get, set } = useAddress()
  return (
    <Page title={words.pages.orders} actions={<SoundSwitch />}>
      <Tabs
        value={get('tab') === 'all' ? 'all' : 'board'}
        onChange={(tab) => set({ tab: tab === 'all' ? tab : undefined })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          <Tabs.Tab value="board">{words.orders.tabs.board}</Tabs.Tab>
          <Tabs.Tab value="all">{words.orders.tabs.all}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="board">
          <Board />
        </Tabs.Panel>
        <Tabs.Panel value="all">
          <AllOrders />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

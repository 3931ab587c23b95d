import { Tabs } from '@mantine/core'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { PackagePlans } from './package-plans.tsx'
import { StampCards } from './stamp-cards.tsx'

/** What keeps regulars coming beside points: stamp cards, and packages that are paid ahead. */
export function CardsScreen() {
  const words = useWords()
  const { get, set } = useAddress()
  const { tabs } = words.cards
  return (
    <Page title={words.pages.cards}>
      <Tabs
        value={get('tab') === 'packages' ? 'packages' : 'stamps'}
        onChange={(tab) => set({ tab: tab === 'packages' ? tab : undefined })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          <Tabs.Tab value="stamps">{tabs.stamps}</Tabs.Tab>
          <Tabs.Tab value="packages">{tabs.packages}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="stamps">
          <StampCards />
        </Tabs.Panel>
        <Tabs.Panel value="packages">
          <PackagePlans />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

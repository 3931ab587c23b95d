import { Stack, Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { NewImport } from './new-import.tsx'
import { OrderSheets } from './order-sheets.tsx'
import { PastImports } from './past-imports.tsx'

/** What other systems know comes in: balances of points, or sales of another till. */
export function ImportScreen() {
  const { imports, orderSheets } = useWords()
  const { get, set } = useAddress()
  const tab = get('tab') === 'orders' ? 'orders' : 'points'
  return (
    <Page title={tab === 'orders' ? orderSheets.title : imports.title}>
      <Tabs value={tab} onChange={(to) => set({ tab: to === 'orders' ? to : undefined })} keepMounted={false} maw={960}>
        <Tabs.List mb={16}>
          <Tabs.Tab value="points">{orderSheets.tabs.points}</Tabs.Tab>
          <Tabs.Tab value="orders">{orderSheets.tabs.orders}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="points">
          <OldPoints />
        </Tabs.Panel>
        <Tabs.Panel value="orders">
          <OrderSheets />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

/** Balances of an older system come in: a table, a look at what it would do, and a way back (L-12). */
function OldPoints() {
  const { imports } = useWords()
  const [round, next] = useState(0)
  return (
    <Stack gap={24}>
      <Text c="dimmed">{imports.lead}</Text>
      <NewImport key={round} onNext={() => next(round + 1)} />
      <PastImports />
    </Stack>
  )
}

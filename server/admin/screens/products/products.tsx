import { Tabs } from '@mantine/core'
import { useAddress } from '../../parts/address.ts'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { ProductList } from './product-list.tsx'
import { Tables } from './tables.tsx'

/** What is sold beside services and how much of it is there; for who runs the shop also where it is eaten. */
export function ProductsScreen() {
  const words = useWords()
  const { get, set } = useAddress()
  const isBoss = useMay()('manager')
  return (
    <Page title={words.pages.products}>
      {isBoss ? (
        <Tabs
          value={get('tab') === 'tables' ? 'tables' : 'goods'}
          onChange={(tab) => set({ tab: tab === 'tables' ? tab : undefined })}
          keepMounted={false}
        >
          <Tabs.List mb={16}>
            <Tabs.Tab value="goods">{words.products.tabs.goods}</Tabs.Tab>
            <Tabs.Tab value="tables">{words.products.tabs.tables}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="goods">
            <ProductList />
          </Tabs.Panel>
          <Tabs.Panel value="tables">
            <Tables />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <ProductList />
      )}
    </Page>
  )
}

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPackage, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fold } from '../../../../shared/fold.ts'
import { formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useMay } from '../../session.ts'
import { useWords, type Words } from '../../words/words.ts'
import type { Product } from './answers.ts'
import { ProductForm } from './product-form.tsx'
import { StockDrawer } from './stock-drawer.tsx'
import { StockWord } from './stock-word.tsx'

/** By kind and name; a row opens the product, its stock is one touch away for everybody who works here. */
export function ProductList() {
  const words = useWords()
  const isBoss = useMay()('manager')
  const load = useQuery({ queryKey: ['products'], queryFn: () => answerOf(api.products.$get()) })
  const [sought, seek] = useState('')
  const [stockOf, openStock] = useState<string>()
  const edited = useEdited<Product>()
  const columns: Column<Product>[] = [
    { key: 'name', title: words.fields.name, cell: (row) => row.name },
    { key: 'category', title: words.fields.category, cell: (row) => row.category },
    { key: 'price', title: words.fields.price, cell: (row) => priceOf(row, words), number: true },
    { key: 'stock', title: words.products.stock, cell: (row) => <StockWord product={row} /> },
    { key: 'active', title: words.fields.state, cell: (row) => <OnOff on={row.active} /> },
    {
      ...{ key: 'count', title: '', own: true },
      cell: (row) => (
        <Button variant="light" aria-label={words.products.stockOf(row.name)} onClick={() => openStock(row.id)}>
          {words.products.changeStock}
        </Button>
      ),
    },
  ]
  const add = isBoss && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.products.add}
    </Button>
  )
  const found = (load.data ?? []).filter((product) => matches(product, sought))
  return (
    <Stack gap={16}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(products) =>
          products.length === 0 ? (
            <Notice icon={IconPackage} text={words.products.empty}>
              {add}
            </Notice>
          ) : (
            <>
              <Group justify="space-between" gap={12}>
                <TextInput
                  flex="1 1 220px"
                  maw={360}
                  aria-label={words.products.search}
                  placeholder={words.products.search}
                  leftSection={<IconSearch size={18} aria-hidden />}
                  value={sought}
                  onChange={(event) => seek(event.currentTarget.value)}
                />
                {add}
              </Group>
              {found.length === 0 && <Notice icon={IconSearch} text={words.products.noMatch(sought)} />}
              {found.length > 0 && (
                <List
                  columns={columns}
                  rows={found}
                  onOpen={isBoss ? edited.open : (row: Product) => openStock(row.id)}
                />
              )}
            </>
          )
        }
      </Loaded>
      <Side edited={edited} newTitle={words.products.add} titleOf={(product) => product.name}>
        {(product) => (
          <ProductForm
            product={product}
            categories={[...new Set(load.data?.map((known) => known.category))]}
            onClose={edited.close}
          />
        )}
      </Side>
      <StockDrawer product={load.data?.find(({ id }) => id === stockOf)} onClose={() => openStock(undefined)} />
    </Stack>
  )
}

const matches = ({ name, category, variants }: Product, sought: string) =>
  fold([name, category, ...variants.flatMap((variant) => [variant.name, variant.sku ?? ''])].join(' ')).includes(
    fold(sought.trim()),
  )

function priceOf({ variants }: Product, words: Words) {
  const on = variants.filter(({ active }) => active)
  const prices = (on.length > 0 ? on : variants).map(({ priceVnd }) => priceVnd)
  const least = Math.min(...prices)
  return prices.every((price) => price === least) ? formatVnd(least) : words.services.priceFromShown(formatVnd(least))
}

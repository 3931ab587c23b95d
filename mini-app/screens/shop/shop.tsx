import { useEffect } from 'react'
import { answerOf } from '../../answer.ts'
import { openApi, type Product, until } from '../../api.ts'
import { sitDown, tableNow } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { CallLink } from '../../parts/call-link.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { OrdersLink } from '../../parts/orders-link.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import { useBasketBar } from './basket-bar.tsx'
import { ProductRows } from './product-rows.tsx'
import './shop.css'

/** All that is sold beside services, by kind; also where the code of a table leads. */
export function Shop({ query }: ScreenProps) {
  const words = useWords()
  const { phone } = useShop()
  const load = useLoad('products', (signal) => answerOf(openApi.products.$get({}, until(signal))))
  const bar = useBasketBar()
  return (
    <Screen title={words.shelf.title} above="/" foot={bar || undefined}>
      <AtTable scanned={query.get('table') ?? undefined} />
      <Loaded of={load} shape={<Skeletons count={5} height={76} />}>
        {(products) =>
          products.length === 0 ? (
            <Empty title={words.shelf.empty} words={words.shelf.emptyWords}>
              <CallLink phone={phone}>{words.call}</CallLink>
            </Empty>
          ) : (
            byCategory(products).map(([category, some]) => (
              <section key={category} className="shelf-group">
                <h2>{category}</h2>
                <ProductRows products={some} />
              </section>
            ))
          )
        }
      </Loaded>
      <OrdersLink />
    </Screen>
  )
}

/** Says at which table they sit, once its code is known to be right. */
function AtTable({ scanned }: { scanned: string | undefined }) {
  const words = useWords().shelf
  const load = useLoad(scanned && `table ${scanned}`, async (signal) => {
    const { name } = await answerOf(openApi.tables[':code'].$get({ param: { code: scanned! } }, until(signal)))
    return { code: scanned!, name }
  })
  useEffect(() => {
    if (load.answer) sitDown(load.answer)
  }, [load.answer])
  if (load.problem && !load.answer) return <ActProblem of={load} />
  const table = load.answer ?? tableNow()
  return (
    table && (
      <Card tone="soft">
        <p className="strong">{words.atTable(table.name)}</p>
      </Card>
    )
  )
}

/** In the order in which the shop lists them. */
function byCategory(products: Product[]) {
  const groups = new Map<string, Product[]>()
  for (const product of products) groups.set(product.category, [...(groups.get(product.category) ?? []), product])
  return [...groups]
}

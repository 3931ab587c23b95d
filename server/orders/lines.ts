import { sql } from 'drizzle-orm'
import type { TillLine, WantedLine } from '../../shared/orders.ts'
import type { OptionGroup } from '../../shared/products.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { preparedRaw, type Reader, type Tx } from '../database.ts'

/** A line as it stands in the order: names and prices of now, whatever they become. */
export type Line = {
  variantId: string | null
  serviceId: string | null
  staffId: string | null
  name: string
  options: { id: string; name: string }[]
  quantity: number
  unitPriceVnd: number
  note: string
}

/** A line that is there already keeps its price when others change. */
type Before = Pick<Line, 'variantId' | 'options' | 'unitPriceVnd'>

/** Beyond this a sum is a slip of the finger. */
const mostVnd = 1_000_000_000

const variantsAsked = preparedRaw((db) =>
  db.run(sql`SELECT v.id, v.name, v.price_vnd, v.active AND p.active, p.name, p.options FROM json_each(${sql.placeholder('ids')}) asked
    JOIN product_variants v ON v.id = asked.value JOIN products p ON p.id = v.product_id`),
)
const servicesAsked = preparedRaw((db) =>
  db.run(sql`SELECT s.id, s.name, s.price_vnd, s.price_kind FROM json_each(${sql.placeholder('ids')}) asked
    JOIN services s ON s.id = asked.value WHERE s.active`),
)
type Variant = [id: string, name: string, priceVnd: number, active: number, product: string, options: string]
type Service = [id: string, name: string, priceVnd: number, kind: string]

/** Names and prices of what is wanted, by the catalogue alone: nobody who asks says what a thing costs. */
export async function pricedLines(db: Reader, wanted: TillLine[], before: Before[] = []): Promise<Line[]> {
  const ids = wanted.flatMap((line) => ('variantId' in line ? [line.variantId] : []))
  const serviceIds = wanted.flatMap((line) => ('serviceId' in line ? [line.serviceId] : []))
  const variants = ids.length ? await variantsAsked(db as Tx).all<Variant>({ ids: JSON.stringify(ids) }) : []
  const services = serviceIds.length
    ? await servicesAsked(db as Tx).all<Service>({ ids: JSON.stringify(serviceIds) })
    : []
  const lines = wanted.map((line, i) =>
    'variantId' in line ? goods(line, i, variants, before) : service(line, i, services),
  )
  if (goodsOf(lines) > mostVnd) throw new BadInput('lines', 'too_big')
  return lines
}

export const goodsOf = (lines: Pick<Line, 'quantity' | 'unitPriceVnd'>[]) =>
  lines.reduce((sum, { quantity, unitPriceVnd }) => sum + quantity * unitPriceVnd, 0)

function goods(
  { variantId, choiceIds, quantity, note }: WantedLine,
  i: number,
  all: Variant[],
  before: Before[],
): Line {
  const found = all.find(([id]) => id === variantId)
  if (!found) throw new BadInput(`lines.${i}.variantId`, 'unknown')
  const [, variant, priceVnd, active, product, json] = found
  const kept = before.find((line) => line.variantId === variantId && isSame(line.options, choiceIds))
  if (!active && !kept) throw new Refusal('no_such_product')
  const options = kept ? kept.options : []
  const chosen = kept ? [] : chosenOf(JSON.parse(json) as OptionGroup[], choiceIds, i)
  return {
    ...{ variantId, serviceId: null, staffId: null, quantity, note },
    name: variant ? `${product} · ${variant}` : product,
    options: [...options, ...chosen.map(({ id, name }) => ({ id, name }))],
    unitPriceVnd: kept?.unitPriceVnd ?? priceVnd + chosen.reduce((sum, choice) => sum + choice.priceVnd, 0),
  }
}

const isSame = (options: { id: string }[], ids: string[]) =>
  options.length === ids.length && options.every(({ id }) => ids.includes(id))

/** Each choice once, of each group as many as it wants. */
function chosenOf(groups: OptionGroup[], ids: string[], i: number) {
  const field = `lines.${i}.choiceIds`
  if (new Set(ids).size < ids.length) throw new BadInput(field, 'doubled')
  const perGroup = groups.map((group) => ({ ...group, chosen: group.choices.filter(({ id }) => ids.includes(id)) }))
  const chosen = perGroup.flatMap((group) => group.chosen)
  if (chosen.length < ids.length) throw new BadInput(field, 'unknown')
  if (perGroup.some(({ least, most, chosen }) => chosen.length < least || chosen.length > most))
    throw new BadInput(field, 'bad')
  return chosen
}

type WantedService = Extract<TillLine, { serviceId: string }>

function service({ serviceId, staffId, quantity, priceVnd }: WantedService, i: number, all: Service[]): Line {
  const found = all.find(([id]) => id === serviceId)
  if (!found) throw new BadInput(`lines.${i}.serviceId`, 'unknown')
  const [, name, fixedVnd, kind] = found
  if (kind === 'fixed' && priceVnd !== undefined && priceVnd !== fixedVnd)
    throw new BadInput(`lines.${i}.priceVnd`, 'bad')
  return {
    ...{ variantId: null, serviceId, staffId, name, options: [], quantity, note: '' },
    unitPriceVnd: priceVnd ?? fixedVnd,
  }
}

import { and, eq, inArray, sql } from 'drizzle-orm'
import { customers, orders, productVariants, programmes } from '../../drizzle/schema/index.ts'
import { fold } from '../../shared/fold.ts'
import { newId } from '../../shared/ids.ts'
import type { ForeignOrder } from '../../shared/orders.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { dayMs } from '../../shared/time.ts'
import { customerByPhone } from '../customers/customers.ts'
import { normalisedPhone } from '../customers/phone.ts'
import { nameless } from '../customers/sign-in.ts'
import type { Tx } from '../database.ts'
import { takeMoney } from '../payments/payments.ts'
import { earnFor } from './finish.ts'
import { goodsOf } from './lines.ts'
import { orderById } from './orders.ts'
import { putLines } from './put-order.ts'
import { sharesOf } from './quote.ts'

/** `customerId` is whose it is where no phone says so. */
type From = { source: 'api' | 'sheet'; channel: string; by: string; earns: boolean; customerId?: string }

/** What was sold longer ago earns nothing by itself: its customer has had what there was. */
export const earnsWithin = 7 * dayMs

/**
 * A sale at another till: one customer, one history, whatever the channel. It is done and paid; whose phone is not known
 * becomes a customer. It moves no stock, which that till counts. Answers with its id and whether it is new, and whose it is.
 */
export async function takeForeign(tx: Tx, from: From, wish: ForeignOrder, now: Date) {
  const { source, channel, by } = from
  const { number, at, lines, discountVnd } = wish
  const asked = JSON.stringify(wish)
  const [repeated] = await tx
    .select({ id: orders.id, asked: orders.asked, customerId: orders.customerId })
    .from(orders)
    .where(and(eq(orders.channel, channel), eq(orders.number, number)))
  if (repeated) {
    if (repeated.asked !== asked) throw new Refusal('id_taken')
    return { id: repeated.id, isNew: false, customerId: repeated.customerId, madeCustomer: false }
  }
  if (at.getTime() > now.getTime() + dayMs) throw new BadInput('at', 'too_far')
  const goodsVnd = goodsOf(lines)
  if (goodsVnd > 1_000_000_000) throw new BadInput('lines', 'too_big')
  if (discountVnd > goodsVnd) throw new BadInput('discountVnd', 'bad')
  const id = newId()
  const known = from.customerId ? { id: from.customerId, isNew: false } : undefined
  const buyer = known ?? (wish.customer ? await customerOf(tx, wish.customer, now) : undefined)
  const customerId = buyer?.id ?? null
  const whose = { id, customerId, source, channel, number, asked, statusBy: by }
  const done = { status: 'done' as const, statusAt: at, createdAt: at, seenAt: now }
  await tx.insert(orders).values({ ...whose, ...done, fulfilment: 'counter', payment: 'cash', goodsVnd, discountVnd })
  await putLines(tx, id, await knownLines(tx, lines), sharesOf(lines, discountVnd))
  const money = { id: newId(), forKind: 'order' as const, forId: id, method: 'elsewhere' as const, by }
  await takeMoney(tx, { ...money, amountVnd: goodsVnd - discountVnd }, at)
  if (customerId && from.earns && (await hadRules(tx, at)))
    await earnFor(tx, { ...(await orderById(tx, id))!, customerId }, by, now, at)
  return { id, isNew: true, customerId, madeCustomer: buyer?.isNew ?? false }
}

async function customerOf(tx: Tx, { name, phone: written }: NonNullable<ForeignOrder['customer']>, now: Date) {
  const phone = normalisedPhone(written)
  if (!phone) throw new BadInput('customer.phone', 'phone')
  const known = await customerByPhone(tx, phone)
  if (known) return { id: known.mergedInto ?? known.id, isNew: false }
  const called = name ?? nameless
  const id = newId()
  await tx.insert(customers).values({ id, name: called, nameFolded: fold(called), phone, createdAt: now })
  return { id, isNew: true }
}

/** What carries the number of one of our products is that product. */
async function knownLines(tx: Tx, lines: ForeignOrder['lines']) {
  const skus = lines.flatMap(({ sku }) => sku ?? [])
  const known = skus.length
    ? await tx
        .select({ id: productVariants.id, sku: productVariants.sku })
        .from(productVariants)
        .where(inArray(productVariants.sku, skus))
    : []
  return lines.map(({ name, sku, quantity, unitPriceVnd }) => ({
    ...{
      variantId: known.find((each) => sku !== null && each.sku === sku)?.id ?? null,
      serviceId: null,
      staffId: null,
    },
    ...{ name, options: [], quantity, unitPriceVnd, note: '' },
  }))
}

/** Before the shop had rules of earning nothing was earned. */
async function hadRules(tx: Tx, at: Date) {
  const [first] = await tx.select({ at: sql<number>`min(${programmes.at})` }).from(programmes)
  return first!.at <= at.getTime()
}

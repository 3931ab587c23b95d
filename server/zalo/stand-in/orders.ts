import { z } from 'zod'
import { checkoutMac } from './signatures.ts'
import type { World } from './world.ts'

/** An order at Checkout; `returnCode` is 1 paid, 0 running, -1 failed, 2 refunded. */
export interface Order {
  id: string
  personKey: string
  amount: string
  description: string
  /** As it was sent: JSON text. */
  item: string
  /** As it was sent: JSON text, or nothing. */
  extradata: string
  method: string
  transId: string
  merchantTransId: string
  returnCode: number
  at: Date
}

const Form = z.object({
  amount: z.string().regex(/^\d+$/),
  item: z.string(),
  desc: z.string().min(1),
  extradata: z.string().default(''),
  method: z.string().default(''),
  mac: z.string(),
})
/** The SDK encodes each of these once more than a form does. */
const encodedTwice = ['item', 'desc', 'extradata', 'payload']

/** Makes an order out of what the SDK sends; a number is Checkout's refusal. */
export function createOrder(world: World, personKey: string, fields: Record<string, unknown>) {
  const form = Form.safeParse(
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, encodedTwice.includes(name) ? decoded(value) : value]),
    ),
  ).data
  if (!form) return -2103
  const { mac, ...signed } = form
  const sent = Object.entries(signed).filter(([, value]) => value !== '')
  if (mac !== checkoutMac(sent.sort(byName), world.settings.checkoutKey)) return -2101
  const order: Order = {
    id: world.newId(),
    personKey,
    amount: form.amount,
    description: form.desc,
    item: form.item,
    extradata: form.extradata,
    method: methodOf(form.method),
    transId: `${world.newId()}_trans`,
    merchantTransId: world.newId(),
    returnCode: 0,
    at: world.now(),
  }
  world.orders.set(order.id, order)
  return order
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

/** A method is its id, or JSON that names it; without one the person chooses. */
function methodOf(method: string) {
  return method.startsWith('{')
    ? String(z.object({ id: z.string() }).safeParse(JSON.parse(method)).data?.id ?? '')
    : method
}

function decoded(value: unknown) {
  try {
    return decodeURIComponent(String(value))
  } catch {
    return value
  }
}

const isUnpaid = (method: string) => /^(COD|BANK)(_SANDBOX)?$/.test(method)

/** How Checkout tells of a payment: at once, twice, after a while of silence, or never. */
export const tellings = ['once', 'twice', 'late', 'never'] as const
export type Telling = (typeof tellings)[number]
export type PayChoice = { method?: string; resultCode?: 1 | -1; told?: Telling }

const lateMs = 45_000

/**
 * The person pays an order, or fails to: Checkout calls back. Who chose cash or a bank transfer has not paid: Checkout
 * gives notice, and waits to be told. Answers with the shop's HTTP status.
 */
export async function payOrder(world: World, id: string, choice: PayChoice = {}) {
  const order = world.orders.get(id)
  if (!order) throw new Error(`no order is known as ${id}`)
  const { method = order.method || 'ZALOPAY_SANDBOX', resultCode = 1, told = world.switches.payments } = choice
  order.method = method
  if (!isUnpaid(method)) order.returnCode = resultCode
  const tell = isUnpaid(method) ? () => notify(world, order) : () => callBack(world, order)
  if (told === 'never') return undefined
  if (told === 'late') return world.later(lateMs, async () => void (await tell()))
  const status = await tell()
  return told === 'twice' ? tell() : status
}

async function notify(world: World, { id, method }: Order) {
  const url = world.checkoutNotifyUrl
  const notice = { appId: world.settings.miniAppId, orderId: id, method }
  return url && (await world.webhooks.postOfCheckout(url, notice, ['appId', 'orderId', 'method'], false))?.status
}

async function callBack(world: World, order: Order) {
  const url = world.checkoutCallbackUrl
  const { id, transId, method, merchantTransId, amount, description, extradata, returnCode: resultCode } = order
  const paid = {
    ...{ appId: world.settings.miniAppId, orderId: id, transId, method, transTime: world.now().getTime() },
    ...{ merchantTransId, amount: Number(amount), description, resultCode },
    message: resultCode === 1 ? 'Giao dịch thành công' : 'Giao dịch thất bại',
    extradata: encodeURIComponent(extradata),
  }
  const macOver = ['appId', 'amount', 'description', 'orderId', 'message', 'resultCode', 'transId']
  return url && (await world.webhooks.postOfCheckout(url, paid, macOver, true))?.status
}

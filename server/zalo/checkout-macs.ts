import { hmac } from './macs.ts'

/** What the Mini App hands to createOrder; `extradata` and `method` are JSON written out as text. */
export interface CheckoutOrder {
  amount: number | string
  desc: string
  item: object[]
  extradata?: string
  method?: string
}

/**
 * The mac of createOrder: the fields that are sent, sorted by name. It is over the very values, so whoever calls this
 * composes the text (NFC) first and sends exactly what was signed, with the keys of each item in the same order.
 */
export function createOrderMac({ amount, desc, item, extradata, method }: CheckoutOrder, key: string) {
  return hmac(key, joined(inOrder({ amount, desc, item, extradata, method })))
}

/** Over a callback's `data`, in an order of Checkout's own. */
export function callbackMac(data: Record<string, unknown>, key: string) {
  const names = ['appId', 'amount', 'description', 'orderId', 'message', 'resultCode', 'transId']
  return hmac(key, joined(names.map((name) => [name, data[name] ?? ''])))
}

/** Over everything in `data`, sorted by name. */
export const overallMac = (data: Record<string, unknown>, key: string) => hmac(key, joined(inOrder(data)))

/** Over the notice that someone chose to pay in cash or by transfer. */
export function notifyMac(data: Record<string, unknown>, key: string) {
  return hmac(key, joined(['appId', 'orderId', 'method'].map((name) => [name, data[name] ?? ''])))
}

/** The mac of what a server asks of Checkout: its fields as they come, with the key inside the signed text too. */
export function requestMac(fields: Record<string, string | number | undefined>, key: string) {
  return hmac(key, joined([...Object.entries(fields), ['privateKey', key]]))
}

type Fields = [name: string, value: unknown][]

const inOrder = (fields: Record<string, unknown>): Fields => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))

const joined = (fields: Fields) =>
  fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('&')

import { z } from 'zod'
import { ask } from './ask.ts'
import { requestMac } from './checkout-macs.ts'
import { ZaloFault } from './errors.ts'
import type { Outside } from './settings.ts'
import { ifGiven, wireId, wireNumber } from './wire.ts'

const refund = z.object({ returnCode: wireNumber, returnMessage: ifGiven(z.string()), refundId: ifGiven(wireId) })
/** As with the status of an order, it may stand in `data` or beside it. */
const Refund = z.union([z.object({ data: refund }).transform(({ data }) => data), refund])

export type RefundState = 'done' | 'running' | 'failed'
/** 1 done, above it is under way, below it has failed. */
const stateOf = (returnCode: number): RefundState => (returnCode === 1 ? 'done' : returnCode > 1 ? 'running' : 'failed')

const told = ({ returnCode, returnMessage, refundId }: z.infer<typeof refund>) => ({
  state: stateOf(returnCode),
  message: returnMessage,
  refundId,
})

type Wish = { transId: string; amountVnd: number; description: string }

/**
 * POST /api/refund/create: sends money back that came by a transaction. Nothing in it lets Zalo know a repetition, so a fault
 * of kind `unknown` leaves open whether money went out: never ask again after one.
 */
export async function createRefund(outside: Outside, { transId, amountVnd: amount, description }: Wish) {
  const { settings, key, appId } = await known(outside)
  const fields = { appId, transId, amount, description: description.normalize('NFC') }
  const body = JSON.stringify({ ...fields, mac: requestMac(fields, key) })
  const path = '/api/refund/create'
  return told(await ask(outside, settings, { channel: 'payment', path, headers: json, body, shape: Refund }))
}

/** GET /api/refund: what became of one that was under way. */
export async function refundStatus(outside: Outside, refundId: string) {
  const { settings, key, appId } = await known(outside)
  const query = new URLSearchParams({ appId, refundId, mac: requestMac({ appId, refundId }, key) })
  const path = `/api/refund?${query}`
  return told(await ask(outside, settings, { channel: 'payment', path, headers: {}, shape: Refund }))
}

type Report = { orderId: string; method: string; resultCode: 1 | -1 }

/**
 * Tells Checkout what became of an order that is paid by hand: 1 paid, -1 fell through. Each method has an address of its
 * own; at another's Zalo answers -2001.
 */
export async function reportOrder(outside: Outside, { orderId, method, resultCode }: Report): Promise<void> {
  const { settings, key, appId } = await known(outside)
  const fields = { appId, orderId, resultCode }
  const body = JSON.stringify({ ...fields, mac: requestMac(fields, key) })
  const path = `/api/transaction/${encodeURIComponent(appId)}/${addressOf(method)}-callback-payment`
  await ask(outside, settings, { channel: 'payment', path, headers: json, body, shape: z.object({}) })
}

const json = { 'content-type': 'application/json' }

const addressOf = (method: string) =>
  /^COD(_SANDBOX)?$/.test(method) ? 'cod' : /^BANK(_SANDBOX)?$/.test(method) ? 'bank' : 'custom'

async function known(outside: Outside) {
  const settings = await outside.settings()
  const { miniAppId: appId, checkoutKey: key } = settings
  if (!key) throw new ZaloFault('configuration', 'Chưa có khóa thanh toán (Checkout).')
  return { settings, key, appId }
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ask } from './ask.ts'
import { requestMac } from './checkout-macs.ts'
import { extradataIn } from './checkout-webhooks.ts'
import { ZaloFault } from './errors.ts'
import type { Outside } from './settings.ts'
import { ifGiven, wireId, wireInstant, wireNumber } from './wire.ts'

const about = z.object({
  returnCode: wireNumber.pipe(z.literal([1, 0, -1, 2])),
  returnMessage: ifGiven(z.string()),
  transId: ifGiven(wireId),
  method: ifGiven(z.string()),
  amount: ifGiven(wireNumber),
  transTime: ifGiven(wireInstant),
  merchantTransId: ifGiven(wireId),
  extradata: ifGiven(z.string()),
})

/** Sources disagree on where the answer stands: in `data`, or beside it. */
const Status = z.union([z.object({ data: about }).transform(({ data }) => data), about])

/** The last is documented only as what a server may report; it then may well come back. */
const states = { 1: 'paid', 0: 'pending', '-1': 'failed', 2: 'refunded' } as const

/** GET /api/transaction/get-status: what became of an order, asked when no callback came within 20 minutes. */
export async function orderStatus(outside: Outside, orderId: string) {
  const settings = await outside.settings()
  const { miniAppId: appId, checkoutKey } = settings
  if (!checkoutKey) throw new ZaloFault('configuration', 'Chưa có khóa thanh toán (Checkout).')
  const query = new URLSearchParams({ orderId, appId, mac: requestMac({ appId, orderId }, checkoutKey) })
  const found = await ask(outside, settings, {
    channel: 'payment',
    path: `/api/transaction/get-status?${query}`,
    headers: {},
    shape: Status,
  })
  return {
    state: states[found.returnCode],
    message: found.returnMessage,
    transId: found.transId,
    merchantTransId: found.merchantTransId,
    method: found.method,
    amountVnd: found.amount,
    at: found.transTime,
    extradata: extradataIn(found.extradata),
  }
}

/**
 * Whether the key of Checkout works: an order that nobody made is refused as such ('ok'). Throws the fault that stands
 * in the way. Which number an unknown order gets is not known, so any will do that neither blames the key nor is passing.
 */
export async function checkoutReach(outside: Outside): Promise<'ok'> {
  try {
    await orderStatus(outside, randomUUID())
  } catch (fault) {
    const isAnswer = fault instanceof ZaloFault && fault.code !== undefined && fault.kind !== 'configuration'
    if (!isAnswer || passing.includes(fault.code ?? 0)) throw fault
  }
  return 'ok'
}

/** Too many requests; unknown error. */
const passing = [-2003, -5000]

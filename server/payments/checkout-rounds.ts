import { eq } from 'drizzle-orm'
import { payments } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'
import { moneyCame } from '../orders/money-came.ts'
import type { Shop } from '../shop.ts'
import { ZaloFault } from '../zalo/errors.ts'
import { choose } from './checkout-chosen.ts'
import {
  askLater,
  failPayback,
  paybacksAsked,
  paybacksToSend,
  putBack,
  reportsDue,
  statusesDue,
  takeRefund,
  takeUp,
  unclear,
} from './checkout-payback.ts'
import { isByHand, takeCheckout } from './checkout-told.ts'
import type { Payment } from './payments.ts'

/** After so long nobody pays an order of Checkout any more. */
const giveUpMs = 3 * dayMs

/** What is between the shop and Checkout as time passes. Zalo is asked outside of any write; what fails keeps nobody else. */
export async function tendCheckout(shop: Shop) {
  const faults: unknown[] = []
  async function tend<T>(due: T[], act: (shop: Shop, one: T) => Promise<unknown>) {
    for (const one of due) await act(shop, one).catch((fault) => faults.push(fault))
  }
  await tend(await statusesDue(shop.read, shop.now()), askStatus)
  await tend(await reportsDue(shop.read, shop.now()), report)
  await tend(await paybacksToSend(shop.read, shop.now()), sendBack)
  await tend(await paybacksAsked(shop.read, shop.now()), askRefund)
  if (faults.length > 0) throw faults[0]
}

/** What Zalo says, or its fault. Any other fault is ours. */
const heard = <T>(asked: Promise<T>) =>
  asked.catch((fault) => {
    if (fault instanceof ZaloFault) return fault
    throw fault
  })

/** No callback has come: what became of the order? */
async function askStatus({ write, zalo, now }: Shop, payment: Payment) {
  const zaloOrderId = payment.zaloOrderId!
  const told = await heard(zalo.orderStatus(zaloOrderId))
  const isKnown = !(told instanceof ZaloFault) && (told.state !== 'paid' || told.amountVnd !== undefined)
  if (!isKnown || told.state === 'pending') {
    const method = isKnown ? told.method : undefined
    return write((tx) => (isByHand(method) ? choose(tx, payment, method!) : askAgain(tx, payment, now())))
  }
  if (told.state === 'refunded') return write((tx) => setAskAt(tx, payment, null))
  const { transId, method, extradata } = told
  const paidVnd = told.state === 'paid' ? told.amountVnd : undefined
  await write(async (tx) => {
    const news = { kind: 'status' as const, zaloOrderId, transId, method, extradata, paidVnd }
    const taken = await takeCheckout(tx, news, now())
    if (taken.paymentId) await moneyCame(tx, taken.paymentId, now())
  })
}

type Writing = Parameters<Parameters<Shop['write']>[0]>[0]

const setAskAt = (tx: Writing, { id }: Payment, askAt: Date | null) =>
  tx.update(payments).set({ askAt }).where(eq(payments.id, id))

/** First after 20 minutes, then after half of its age, until it is too old. */
const askAgain = (tx: Writing, payment: Payment, now: Date) => {
  const ageMs = now.getTime() - payment.createdAt.getTime()
  const askAt = new Date(now.getTime() + Math.max(20 * minuteMs, ageMs / 2))
  return setAskAt(tx, payment, ageMs > giveUpMs ? null : askAt)
}

/** Tells Checkout of an order that was to be paid to the shop itself. What it will never take is let go. */
async function report({ write, zalo, now }: Shop, payment: Payment) {
  const { id, zaloOrderId, zaloMethod, reportCode } = payment
  const resultCode = reportCode === 1 ? 1 : -1
  const told = await heard(zalo.reportOrder({ orderId: zaloOrderId!, method: zaloMethod ?? '', resultCode }))
  const isOver = !(told instanceof ZaloFault) || told.kind === 'permanent'
  const ended = { reportCode: null, askAt: null }
  await write((tx) =>
    isOver
      ? tx.update(payments).set(ended).where(eq(payments.id, id))
      : setAskAt(tx, payment, new Date(now().getTime() + hourMs)),
  )
}

type ToSend = Awaited<ReturnType<typeof paybacksToSend>>[number]

/** Asks for a refund one time. Only what certainly never reached Zalo is asked again. */
async function sendBack({ write, zalo, now }: Shop, { id, transId, amountVnd, forId }: ToSend) {
  if (!(await write((tx) => takeUp(tx, id, now())))) return
  const description = `Hoàn tiền ${shortCode(forId)}`
  const told = await heard(zalo.createRefund({ transId: transId ?? '', amountVnd, description }))
  await write(async (tx) => {
    if (!(told instanceof ZaloFault)) await takeRefund(tx, id, told, now())
    else if (neverArrived(told)) await putBack(tx, id, now())
    else await failPayback(tx, { id }, wasRefused(told) ? told.message : unclear)
  })
}

/** No connection came about, no key was there to ask with, or Zalo was too busy to listen. */
const neverArrived = ({ kind, code, httpStatus }: ZaloFault) =>
  code === -2003 || httpStatus === 429 || (code === undefined && httpStatus === undefined && kind !== 'unknown')

const wasRefused = ({ kind }: ZaloFault) => kind === 'permanent' || kind === 'configuration'

/** What became of a refund that was under way. */
async function askRefund({ write, zalo, now }: Shop, { id, refundId }: { id: string; refundId: string | null }) {
  if (!refundId) return write((tx) => failPayback(tx, { id }, unclear))
  const told = await heard(zalo.refundStatus(refundId))
  await write(async (tx) => {
    if (told instanceof ZaloFault) await askLater(tx, id, now())
    else await takeRefund(tx, id, told, now())
  })
}

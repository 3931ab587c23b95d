import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { customers, outbox } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { minuteMs } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Tx } from '../database.ts'
import type { Shop } from '../shop.ts'
import { afterFault, type Outcome, ofUnknownOutcome } from './outcome.ts'
import { quietUntil } from './quiet-hours.ts'
import { templates } from './templates.ts'

const batchSize = 20
/** Far longer than one call to Zalo may take, so that no second round takes up what the first still holds. */
const leaseMs = minuteMs

/** Sends what is due, some at a time. Answers with how many it sent; a round that dies leaves them to the next one. */
export async function deliver(shop: Shop): Promise<number> {
  const leaseToken = newId()
  const held = await shop.write((tx) => hold(tx, leaseToken, shop.now()))
  await Promise.all(
    held.map(async (message) => {
      const outcome = await send(shop, message)
      await shop.write((tx) => finish(tx, message.id, leaseToken, outcome))
    }),
  )
  return held.length
}

type Held = Awaited<ReturnType<typeof hold>>[number]

/** Takes due messages for this round alone; what is useless by now expires, what is due at night waits for morning. */
async function hold(tx: Tx, leaseToken: string, now: Date) {
  const due = await tx
    .select({ message: outbox, phone: customers.phone })
    .from(outbox)
    .innerJoin(customers, eq(customers.id, outbox.customerId))
    .where(
      and(
        inArray(outbox.state, ['waiting', 'unknown', 'sending']),
        lte(outbox.dueAt, now),
        sql`(${outbox.state} <> 'sending' OR ${outbox.leaseUntil} < ${now.getTime()})`,
      ),
    )
    .orderBy(outbox.dueAt)
    .limit(batchSize)
  if (!due.length) return []

  const morning = quietUntil(now, (await shopOf(tx)).zone)
  const held = []
  for (const { message, phone } of due) {
    const outcome = withoutSending(message, phone, morning, now)
    await tx
      .update(outbox)
      .set(
        outcome ?? {
          state: 'sending',
          leaseToken,
          leaseUntil: new Date(now.getTime() + leaseMs),
          attempts: message.attempts + 1,
        },
      )
      .where(eq(outbox.id, message.id))
    if (!outcome && phone) held.push({ ...message, phone, attempts: message.attempts + 1 })
  }
  return held
}

function withoutSending(
  message: typeof outbox.$inferSelect,
  phone: string | null,
  morning: Date | undefined,
  now: Date,
): Outcome | undefined {
  if (message.uselessAt <= (morning ?? now)) return { state: 'expired', problem: 'Đã quá lúc tin này còn ích.' }
  if (morning) return { state: 'waiting', dueAt: morning, problem: 'Chờ đến sáng: không gửi tin ban đêm.' }
  if (!phone) return { state: 'dead', problem: 'Khách chưa chia sẻ số điện thoại.' }
  // A round died with this one in its hands: nobody knows whether it left.
  if (message.state === 'sending') return ofUnknownOutcome(message, 'Chưa rõ tin đã đi chưa, đang chờ Zalo báo.', now)
  return undefined
}

async function send(shop: Shop, message: Held): Promise<Outcome> {
  try {
    const { msgId, sentAt } = await shop.zalo.sendTemplate({
      phone: message.phone.replace('+', ''),
      templateId: templates[message.intent].templateId,
      data: message.params,
      trackingId: message.id,
    })
    return { state: 'sent', zaloMessageId: msgId, sentAt, problem: null }
  } catch (fault) {
    return afterFault(fault, message, shop.now())
  }
}

/** Only the round that still holds the lease may say what became of a message; a receipt that came first stands. */
const finish = (tx: Tx, id: string, leaseToken: string, outcome: Outcome) =>
  tx
    .update(outbox)
    .set({ ...outcome, leaseToken: null, leaseUntil: null })
    .where(and(eq(outbox.id, id), eq(outbox.leaseToken, leaseToken), eq(outbox.state, 'sending')))

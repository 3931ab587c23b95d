import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { daysOff, type messaging, outbox } from '../../drizzle/schema/index.ts'
import { intentFacts, intents, type MessageClass } from '../../shared/notifications.ts'
import { dayMs, dayOf, instantOf } from '../../shared/time.ts'
import { consentOf } from '../customers/consents.ts'
import type { Reader } from '../database.ts'
import { nextOpening, opensAt } from './quiet-hours.ts'

export type Rules = Omit<typeof messaging.$inferSelect, 'id'> & { zone: string; now: Date; random: () => number }
/** May go now; not before; or never. */
export type Verdict = { wait: Date; why: string } | { never: string } | undefined

const marketing = intents.filter((intent) => intentFacts[intent].class === 'marketing')

/**
 * Whether a message may go to this customer now: consent, quiet hours, and for marketing how often and how dear. It is
 * asked when a message is about to be sent, since all of it may have changed since it was written (N-8, N-9, N-11).
 */
export async function verdictOn(
  db: Reader,
  { customerId, messageClass }: { customerId: string; messageClass: MessageClass },
  rules: Rules,
): Promise<Verdict> {
  if (messageClass === 'critical') return undefined
  const { zone, now, random } = rules
  if (messageClass === 'care') {
    if ((await consentOf(db, customerId, 'visit_messages')) === false) return { never: 'Khách không muốn nhận tin.' }
    const wait = opensAt(now, { fromMinute: rules.careFromMinute, toMinute: rules.careToMinute }, zone, random)
    return wait && { wait, why: 'Chờ đến giờ tiệm nhắn tin.' }
  }
  if (!(await consentOf(db, customerId, 'marketing'))) return { never: 'Khách chưa đồng ý nhận tin ưu đãi.' }
  const hours = { fromMinute: rules.marketingFromMinute, toMinute: rules.marketingToMinute }
  const wait = opensAt(now, hours, zone, random)
  if (wait) return { wait, why: 'Chờ đến giờ gửi tin ưu đãi.' }
  if (await isHoliday(db, dayOf(now, zone)))
    return { wait: nextOpening(now, rules.marketingFromMinute, zone, random), why: 'Tiệm nghỉ, không gửi tin ưu đãi.' }
  return (await tooOften(db, customerId, rules)) ?? (await tooDear(db, rules))
}

/** On days when the whole shop is closed, Tết above all, nobody is asked to come. */
async function isHoliday(db: Reader, day: string) {
  const closed = and(isNull(daysOff.staffId), lte(daysOff.fromDay, day), gte(daysOff.toDay, day))
  return (await db.$count(daysOff, closed)) > 0
}

/** Across all programs, whichever wrote (N-9). What is on its way counts as sent now. */
async function tooOften(db: Reader, customerId: string, { perWeek, perMonth, now }: Rules): Promise<Verdict> {
  const monthAgo = new Date(now.getTime() - 30 * dayMs)
  const sent = await db
    .select({ at: outbox.sentAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.customerId, customerId),
        inArray(outbox.intent, marketing),
        or(gte(outbox.sentAt, monthAgo), inArray(outbox.state, ['sending', 'unknown'])),
      ),
    )
  const times = sent.map(({ at }) => (at ?? now).getTime()).sort((a, b) => b - a)
  for (const [most, days] of [
    [perWeek, 7],
    [perMonth, 30],
  ] as const) {
    if (most === 0) return { never: 'Tiệm không gửi tin ưu đãi.' }
    const last = times[most - 1]
    const free = last === undefined ? 0 : last + days * dayMs
    if (free > now.getTime()) return { wait: new Date(free), why: 'Khách đã nhận đủ tin ưu đãi trong kỳ.' }
  }
  return undefined
}

async function tooDear(
  db: Reader,
  { dailyBudgetVnd, now, zone, marketingFromMinute, random }: Rules,
): Promise<Verdict> {
  if (dailyBudgetVnd === null) return undefined
  const today = instantOf(dayOf(now, zone), 0, zone)
  const [spent] = await db
    .select({ vnd: sql<number>`coalesce(sum(${outbox.costVnd}), 0)` })
    .from(outbox)
    .where(
      and(
        inArray(outbox.intent, marketing),
        or(gte(outbox.sentAt, today), inArray(outbox.state, ['sending', 'unknown'])),
      ),
    )
  if (spent!.vnd < dailyBudgetVnd) return undefined
  return { wait: nextOpening(now, marketingFromMinute, zone, random), why: 'Hôm nay đã hết tiền cho tin ưu đãi.' }
}

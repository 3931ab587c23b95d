import { and, eq, lte, sql } from 'drizzle-orm'
import { customers, oaUsers, outbox, triggers } from '../../drizzle/schema/index.ts'
import { type Layout, type ParamSources, valuesFor } from '../../shared/message-templates.ts'
import { classOf, zaloDay } from '../../shared/notifications.ts'
import { suggestedLayouts } from '../../shared/suggested-layouts.ts'
import { addMinutes, minuteMs } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { type Rules, verdictOn } from './allowed.ts'
import type { Breakers } from './breaker.ts'
import { templateOf } from './intent-templates.ts'
import { type KnownTemplate, knownTemplate } from './known-templates.ts'
import { type Outcome, ofUnknownOutcome } from './outcome.ts'
import { opensAt } from './quiet-hours.ts'
import { settle, take } from './settle.ts'
import { isStillTrue } from './still-true.ts'
import { messagingOf } from './triggers.ts'
import { channelOf, type Message, type Person, type Way, waysFor } from './ways.ts'

/** Far longer than one call to Zalo may take, so that no second round takes up what the first still holds. */
export const leaseMs = minuteMs

/** What a round has in its hands: a message, where it goes, and what is filled in. */
export type Held = {
  message: Message
  person: Person
  way: Way
  hasOther: boolean
  values: Record<string, string>
  templateId: string | undefined
  layout: Layout | undefined
  rules: Rules
}

export type Holding = { leaseToken: string; most: number; breakers: Breakers; now: Date; random: () => number }

/** In the words of the index `outbox_due`: with parameters in their place it would not be used. */
const isOpen = sql`${outbox.state} in ('waiting', 'sending', 'unknown')`

const dueMessages = prepared((db) =>
  db
    .select({
      message: {
        ...{ id: outbox.id, key: outbox.key, intent: outbox.intent, about: outbox.about, params: outbox.params },
        ...{
          customerId: outbox.customerId,
          state: outbox.state,
          uselessAt: outbox.uselessAt,
          attempts: outbox.attempts,
        },
        ...{ unknownTimes: outbox.unknownTimes, problem: outbox.problem, barred: outbox.barred },
      },
      person: { phone: customers.phone, oaUserId: oaUsers.oaUserId, lastActionAt: oaUsers.lastActionAt },
      condition: triggers.condition,
    })
    .from(outbox)
    .innerJoin(customers, eq(customers.id, outbox.customerId))
    .leftJoin(oaUsers, eq(oaUsers.userIdByApp, customers.zaloUserId))
    .leftJoin(triggers, eq(triggers.intent, outbox.intent))
    .where(
      and(
        isOpen,
        lte(outbox.dueAt, sql.placeholder('now')),
        sql`(${outbox.state} <> 'sending' OR ${outbox.leaseUntil} < ${sql.placeholder('now')})`,
        // A customer hears things in their order: what is under way, or will be tried again, comes first.
        sql`NOT EXISTS (SELECT 1 FROM outbox o INDEXED BY outbox_under_way WHERE o.customer_id = ${outbox.customerId} AND o.id <> ${outbox.id}
          AND (o.state = 'sending' OR (o.state = 'waiting' AND o.attempts > 0)) AND (o.state = 'sending' OR o.id < ${outbox.id}))`,
      ),
    )
    .orderBy(outbox.dueAt)
    .limit(sql.placeholder('most'))
    .prepare(),
)

const firstDue = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isOpen, lte(outbox.dueAt, sql.placeholder('now'))))
    .limit(1)
    .prepare(),
)

/** Whether a round has anything to look at; asked without the write lock, each second. */
export const isAnythingDue = async (db: Reader, now: Date) => (await firstDue(db).get({ now })) !== undefined

/**
 * Takes due messages for one round alone, one a customer, and decides what only now can be decided: whether they are
 * still of use, still true and allowed, and which way they go. All others are put off, or end, with a reason, and are
 * counted: something else may have stood behind them.
 */
export async function hold(tx: Tx, { leaseToken, most, breakers, now, random }: Holding) {
  const held: Held[] = []
  let others = 0
  const due = await dueMessages(tx).all({ now, most: most * 4 })
  if (due.length === 0) return { held, others }
  const rules: Rules = { ...(await messagingOf(tx)), zone: (await shopOf(tx)).zone, now, random }
  const served = new Set<string>()
  for (const { message, person, condition } of due) {
    if (held.length >= most) break
    if (served.has(message.customerId)) continue
    served.add(message.customerId)
    const decided = await decide(tx, { message, person, condition: condition ?? 'always', rules, breakers })
    if ('way' in decided) {
      await take(tx, decided, leaseToken, new Date(now.getTime() + leaseMs))
      held.push({ ...decided, message: { ...message, attempts: message.attempts + 1 } })
    } else {
      await settle(tx, message.id, decided)
      others++
    }
  }
  return { held, others }
}

type Deciding = {
  message: Message
  person: Person
  condition: NonNullable<(typeof triggers.$inferSelect)['condition']>
  rules: Rules
  breakers: Breakers
}

async function decide(tx: Tx, { message, person, condition, rules, breakers }: Deciding): Promise<Held | Outcome> {
  const { now, zone, random } = rules
  if (message.uselessAt <= now) return expired
  // A round died with this one in its hands: nobody knows whether it left.
  if (message.state === 'sending') return ofUnknownOutcome(message, 'Chưa rõ tin đã đi chưa, đang chờ Zalo báo.', now)
  const { intent, key, about, customerId } = message
  if (!person.phone && !person.oaUserId && intent !== 'reply')
    return { state: 'dead', problem: 'Khách chưa chia sẻ số điện thoại.' }
  if (!(await isStillTrue(tx, { intent, key, about, customerId, condition })))
    return { state: 'cancelled', problem: 'Không còn cần gửi nữa.' }
  const verdict = await verdictOn(tx, { customerId, messageClass: classOf(intent) }, rules)
  if (verdict)
    return 'wait' in verdict
      ? putOff(message, verdict.wait, verdict.why)
      : { state: 'cancelled', problem: verdict.never }

  const { mapped, template } = await saidBy(tx, message)
  const ways = waysFor(message, template, person, rules)
  if (ways.length === 0) return nowhere(message, { isMapped: template !== undefined, now })
  const night = rules.zaloNight ? opensAt(now, zaloDay, zone, random) : undefined
  const open = ways.filter(({ route }) => !night || route === 'oa')
  if (night && open.length === 0) return putOff(message, night, 'Chờ đến sáng: Zalo không gửi tin ban đêm.')

  const [first] = open
  const way = { ...first!, ...(rules.development && { costVnd: 0 }) }
  const filled =
    way.route === 'oa' ? { values: message.params } : valuesFor(template!.params, mapped!.params, message.params)
  if ('misfit' in filled)
    return { state: 'dead', problem: `Thông tin “${filled.misfit.param}” của mẫu tin bị thiếu hoặc không vừa.` }
  const spared = breakers[channelOf(way.route)].opensAt(now)
  if (spared) return putOff(message, spared, 'Zalo đang bận, hệ thống chờ rồi gửi tiếp.')
  const layout = mapped?.layout ?? (intent === 'reply' ? undefined : suggestedLayouts[intent])
  const { values } = filled
  return { message, person, way, hasOther: open.length > 1, values, templateId: template?.id, layout, rules }
}

const expired: Outcome = { state: 'expired', problem: 'Đã quá lúc tin này còn ích.' }

const putOff = ({ uselessAt, state }: Message, dueAt: Date, problem: string): Outcome =>
  uselessAt <= dueAt ? expired : { state: state === 'unknown' ? 'unknown' : 'waiting', dueAt, problem }

function nowhere(message: Message, { isMapped, now }: { isMapped: boolean; now: Date }): Outcome {
  if (message.intent === 'reply')
    return { state: 'dead', problem: 'Khách chưa nhắn cho Official Account trong 7 ngày qua.' }
  if (!isMapped) return putOff(message, addMinutes(now, 10), 'Chưa chọn mẫu tin Zalo đã duyệt cho loại tin này.')
  return { state: 'dead', problem: message.problem ?? 'Không còn cách nào gửi đến khách này.' }
}

/** The owner's choice for the intent, if Zalo still lets it be sent. */
async function saidBy(
  db: Reader,
  { intent }: Message,
): Promise<{ mapped?: { params: ParamSources; layout: Layout }; template?: KnownTemplate }> {
  if (intent === 'reply') return {}
  const mapped = await templateOf(db, intent)
  const template = mapped && (await knownTemplate(db, mapped.templateId))
  return { mapped, template: template?.status === 'ENABLE' ? template : undefined }
}

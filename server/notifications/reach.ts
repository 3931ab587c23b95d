import { sql } from 'drizzle-orm'
import type { Intent } from '../../shared/notifications.ts'
import { intentFacts, intents } from '../../shared/notifications.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { dayMs, dayOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { saidBy } from '../customers/consents.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader } from '../database.ts'
import { templateOf } from './intent-templates.ts'
import { knownTemplate } from './known-templates.ts'
import { messagingOf } from './triggers.ts'
import { waysFor } from './ways.ts'

const marketing = intents.filter((intent) => intentFacts[intent].class === 'marketing')

type Reach = { customerId: string; why: RefusalCode | undefined; costVnd: number }

/**
 * Who of these people may be asked to come just now, what it costs each, and of the others why not: what the rules at
 * sending (allowed.ts) will say, asked of many at once. They are asked again when each message goes.
 */
export async function reachOf(db: Reader, customerIds: string[], intent: Intent, now: Date) {
  const { zone } = await shopOf(db)
  const rules = { ...(await messagingOf(db)), zone, now, random: Math.random }
  const mapped = await templateOf(db, intent)
  const template = mapped && (await knownTemplate(db, mapped.templateId))
  const known = template?.status === 'ENABLE' ? template : undefined
  const reaches = (await facts(db, customerIds, now)).map(
    ([customerId, phone, oaUserId, wants, week, month, waits]) => {
      const person = { phone, oaUserId, lastActionAt: null }
      const [way] = waysFor({ ...blank, customerId, intent }, known, person, rules)
      return {
        customerId,
        why: whyNot({ wants, reachable: phone ?? oaUserId, week, month, waits }, rules),
        costVnd: rules.development ? 0 : (way?.costVnd ?? 0),
      }
    },
  ) satisfies Reach[]
  return { reaches, hasTemplate: known !== undefined, isClosedToday: await isClosed(db, dayOf(now, zone)) }
}

const blank = {
  ...{ id: '', key: '', about: '', params: {}, state: 'waiting' as const, uselessAt: new Date(0) },
  ...{ attempts: 0, unknownTimes: 0, problem: null, barred: [] },
}

type Told = { wants: number; reachable: string | null; week: number; month: number; waits: number }

function whyNot(
  { wants, reachable, week, month, waits }: Told,
  { perWeek, perMonth }: { perWeek: number; perMonth: number },
): RefusalCode | undefined {
  if (!wants) return 'no_marketing_consent'
  if (!reachable) return 'no_way_to_reach'
  if (waits > 0) return 'told_already'
  return week >= perWeek || month >= perMonth ? 'told_enough' : undefined
}

type Fact = [string, phone: string | null, oaUserId: string | null, number, number, number, number]

function facts(db: Reader, customerIds: string[], now: Date) {
  const told = (
    days: number,
  ) => sql`(SELECT count(*) FROM outbox o WHERE o.customer_id = c.id AND o.intent IN ${marketing}
    AND o.sent_at >= ${now.getTime() - days * dayMs})`
  return db.values<Fact>(sql`SELECT c.id, c.phone,
      (SELECT u.oa_user_id FROM oa_users u WHERE u.user_id_by_app = c.zalo_user_id LIMIT 1),
      coalesce(${saidBy(peopleOf(sql`c.id`), 'marketing')}, 0),
      ${told(7)}, ${told(30)},
      (SELECT count(*) FROM outbox o WHERE o.customer_id = c.id AND o.intent IN ${marketing} AND o.state IN ('waiting', 'sending', 'unknown'))
    FROM json_each(${JSON.stringify(customerIds)}) asked JOIN customers c ON c.id = asked.value`)
}

/** On days when the whole shop is closed nobody is asked to come; the message waits. */
async function isClosed(db: Reader, day: string) {
  const [[closed] = [0]] = await db.values<[number]>(
    sql`SELECT EXISTS (SELECT 1 FROM days_off WHERE staff_id IS NULL AND from_day <= ${day} AND to_day >= ${day})`,
  )
  return closed === 1
}

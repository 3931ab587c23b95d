import { sql } from 'drizzle-orm'
import type { EntrySum, Thanks } from '../../shared/loyalty.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { expiresAt } from './expiry.ts'
import { type Grant, grant } from './grant.ts'
import { wasPosted } from './ledger.ts'
import { programmeAt } from './programme.ts'

export type Gift = Pick<Grant, 'customerId' | 'cause' | 'about' | 'pending'> & {
  points: number
  sum: EntrySum & { thanks: Thanks }
}

/** Points for something other than a visit, once a cause; they run out as the others do. Answers with how many. */
export async function givePoints(tx: Tx, { points, ...gift }: Gift, now: Date): Promise<number> {
  if (points === 0 || (await wasPosted(tx, 'given', 'points', gift.cause))) return 0
  const { id: programmeId, rules } = await programmeAt(tx, now)
  const expires = expiresAt(rules.expiry, now, (await shopOf(tx)).zone)
  await grant(tx, { ...gift, kind: 'given', units: points, expires, programmeId, by: 'clock' }, now)
  return points
}

type Thanked = { customerId: string; for: 'review' | 'phone' | 'birthday_told' | 'follow'; about?: string }

/**
 * Thanks somebody with the points that the programme has for it (L-4): a review once a visit and so many in a month,
 * whatever it says; the others once in a lifetime. Caps of what visits earn do not count these. Answers with the points.
 */
export async function thank(tx: Tx, { customerId, for: what, about = customerId }: Thanked, now: Date) {
  const { actions, pendingDays } = (await programmeAt(tx, now)).rules
  const points = { ...actions, birthday_told: actions.birthday }[what]
  if (points === 0) return 0
  const { zone } = await shopOf(tx)
  if (what === 'review') {
    if ((await reviewsThanked(tx, customerId, zone, now)) >= actions.reviewsAMonth) return 0
  } else if (await wasThanked(tx, customerId, what)) return 0
  const pending = pendingDays ? instantOf(addDays(dayOf(now, zone), pendingDays), 0, zone) : undefined
  return await givePoints(
    tx,
    { customerId, cause: `${what}:${about}`, about, points, sum: { thanks: what }, ...(pending && { pending }) },
    now,
  )
}

/** Thanks who follows the Official Account, as soon as Zalo has said who that is at the shop. */
export async function thankFollower(tx: Tx, { customerId, oaUserId }: Follower, now: Date) {
  const [[follower] = []] = await tx.values<[string]>(sql`SELECT c.id FROM customers c
    JOIN oa_users u ON u.user_id_by_app = c.zalo_user_id AND u.follows
    WHERE ${customerId ? sql`c.id = ${customerId}` : sql`u.oa_user_id = ${oaUserId}`}`)
  if (follower) await thank(tx, { customerId: follower, for: 'follow' }, now)
}
type Follower = { customerId?: string; oaUserId?: string }

const monthOf = (now: Date, zone: string) => instantOf(`${dayOf(now, zone).slice(0, 8)}01`, 0, zone)

async function reviewsThanked(db: Reader, customerId: string, zone: string, now: Date): Promise<number> {
  const [[count] = [0]] = await db.values<[number]>(sql`SELECT count(*) FROM ledger_entries
    WHERE customer_id IN ${peopleOf(sql`${customerId}`)} AND wallet = 'points' AND at >= ${monthOf(now, zone).getTime()}
      AND kind = 'given' AND sum ->> 'thanks' = 'review'`)
  return count ?? 0
}

/** Also as whoever they were before two records of them became one. */
async function wasThanked(db: Reader, customerId: string, what: Thanks): Promise<boolean> {
  const [[was] = [0]] = await db.values<[number]>(sql`WITH people(id) AS ${peopleOf(sql`${customerId}`)}
    SELECT EXISTS (SELECT 1 FROM ledger_entries WHERE kind = 'given' AND wallet = 'points'
      AND cause IN (SELECT ${`${what}:`} || id FROM people))`)
  return was === 1
}

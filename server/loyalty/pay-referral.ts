import { eq, sql } from 'drizzle-orm'
import { referrals } from '../../drizzle/schema/index.ts'
import { givenName } from '../../shared/fold.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import { peopleOf } from '../customers/people.ts'
import { nameless } from '../customers/sign-in.ts'
import { preparedRaw, type Reader, type Tx } from '../database.ts'
import { tell } from '../notifications/outbox.ts'
import type { PaidVisit } from './earn.ts'
import { standingOf } from './ledger.ts'
import { programmeAt } from './programme.ts'
import { areOne, type Referral, referralOf, sharesDevice } from './referrals.ts'
import { takeBackGift } from './take-back-gift.ts'
import { type Gift, givePoints } from './thanks.ts'

type Counted = Pick<PaidVisit, 'id' | 'customerId' | 'paidVnd' | 'endedAt' | 'isClaimed'>

const wasBrought = preparedRaw((db) =>
  db.run(sql`SELECT 1 FROM referrals WHERE friend_id IN ${peopleOf(sql.placeholder('customerId'))}`),
)

const ofFriend = ({ friendId }: Referral) => `${friendId}:came`
const ofReferrer = ({ friendId }: Referral) => `${friendId}:brought`

/**
 * The first visit that is worth what the programme asks pays for both sides; their points can be spent once no refund is
 * to be expected (L-41). Of more friends in a year than count, only the friends have theirs.
 */
export async function payReferral(tx: Tx, visit: Counted, now: Date) {
  if (!(await wasBrought(tx).first({ customerId: visit.customerId }))) return
  const referral = await referralOf(tx, visit.customerId)
  if (referral?.state !== 'waiting') return
  if (visit.isClaimed && visit.endedAt < referral.at) return // who claims it was here before anybody brought them
  const rules = (await programmeAt(tx, now)).rules.referral
  if (!rules || visit.paidVnd === 0 || visit.paidVnd < rules.leastVnd) return
  if (await areOne(tx, referral.friendId, referral.referrerId)) return await end(tx, referral, 'refused', 'own', now)

  const { zone } = await shopOf(tx)
  const isHeld = await sharesDevice(tx, referral)
  const later = rules.waitDays > 0 ? instantOf(addDays(dayOf(now, zone), rules.waitDays), 0, zone) : undefined
  const pending = isHeld ? null : later
  const waits = { ...(pending !== undefined && { pending }) }
  const held = isHeld ? { held: 'device' as const } : {}
  const friend: Gift = {
    ...{
      customerId: visit.customerId,
      cause: ofFriend(referral),
      about: visit.id,
      points: rules.friendPoints,
      ...waits,
    },
    sum: { thanks: 'came_by_friend', ...held },
  }
  await givePoints(tx, friend, now)
  const isTooMany = (await broughtThisYear(tx, referral.referrerId, zone, now)) >= rules.mostAYear
  await end(tx, { ...referral, bookingId: visit.id }, 'paid', isTooMany ? 'most_a_year' : null, now)
  if (isTooMany) return
  const { referrerId: customerId, friendId: about } = referral
  const referrer: Gift = {
    ...{ customerId, cause: ofReferrer(referral), about, points: rules.referrerPoints, ...waits },
    sum: { thanks: 'brought_friend', ...held },
  }
  const points = await givePoints(tx, referrer, now)
  if (points > 0 && !isHeld) await tellReferrer(tx, referral, points, now)
}

/** The visit was paid back whole: what it brought goes with it, of what is spent as much as there is (L-41). */
export async function unpayReferral(tx: Tx, bookingId: string, by: string, now: Date) {
  const [referral] = await tx.select().from(referrals).where(eq(referrals.bookingId, bookingId))
  if (referral?.state !== 'paid') return
  for (const cause of [ofFriend(referral), ofReferrer(referral)]) await takeBackGift(tx, cause, by, now)
  await end(tx, referral, 'refused', 'refunded', now)
}

const end = (tx: Tx, { friendId, bookingId }: Referral, state: 'paid' | 'refused', why: string | null, now: Date) =>
  tx.update(referrals).set({ state, why, bookingId, endedAt: now }).where(eq(referrals.friendId, friendId))

async function broughtThisYear(db: Reader, referrerId: string, zone: string, now: Date): Promise<number> {
  const begin = instantOf(`${dayOf(now, zone).slice(0, 4)}-01-01`, 0, zone).getTime()
  const [[count] = [0]] = await db.values<[number]>(sql`SELECT count(*) FROM referrals
    WHERE referrer_id IN ${peopleOf(sql`${referrerId}`)} AND state = 'paid' AND why IS NULL AND ended_at >= ${begin}`)
  return count ?? 0
}

async function tellReferrer(tx: Tx, { friendId, referrerId: customerId }: Referral, points: number, now: Date) {
  const [friend, referrer] = [await customerById(tx, friendId), await customerById(tx, customerId)]
  const { balance, pending } = await standingOf(tx, customerId, now)
  const params = {
    ...{
      customer_name: referrer!.name,
      friend: friend!.name === nameless ? 'một người bạn' : givenName(friend!.name),
      shop: (await shopOf(tx)).name,
    },
    ...{ points: String(points), balance: String(balance + pending) },
  }
  await tell(tx, [{ event: 'friend_visited', customerId, about: friendId, params }], now)
}

import { eq, sql } from 'drizzle-orm'
import { customers, invites, programmes, referrals } from '../../drizzle/schema/index.ts'
import { addDays, addMinutes, dayMs, dayOf } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { payReferral } from '../loyalty/pay-referral.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { createRandom } from './random.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** For a month the salon has thanked for reviews, friends and birthdays. */
export async function thankInDemo(tx: Tx, now: Date) {
  const { rules } = await programmeAt(tx, now)
  await tx.insert(programmes).values({
    rules: {
      ...rules,
      actions: { ...rules.actions, review: 5, birthday: 10 },
      referral: { referrerPoints: 50, friendPoints: 20, leastVnd: 80_000, waitDays: 7, mostAYear: 10 },
      birthday: { points: 30, offerId: null, daysBefore: 7 },
      holds: { visitsADay: 3, pointsADay: null, staffPhones: true },
    },
    by: 'demo',
    at: new Date(now.getTime() - 30 * dayMs),
  })
}

type Known = { id: string; zaloUserId: string | null }

/** Birthdays that were told, a friend of Lan's who has not come yet, and two on one phone whose points wait. */
export async function friendsInDemo(tx: Tx, people: Known[], now: Date) {
  const random = createRandom(41_042_043)
  const longAgo = new Date(now.getTime() - 200 * dayMs)
  const today = dayOf(now, zone)
  const soon = Array.from({ length: 9 }, (_, i) => addDays(today, i).slice(5)) // nobody's gift is due on the first day
  for (const { id } of people.filter(() => random.next() < 0.4)) {
    const birthDay = addDays('2024-01-01', random.below(366)).slice(5)
    if (!soon.includes(birthDay))
      await tx.update(customers).set({ birthDay, birthToldAt: longAgo }).where(eq(customers.id, id))
  }
  const lan = people.find(({ zaloUserId }) => zaloUserId)!
  const [newcomer] = await tx.values<[string]>(sql`SELECT id FROM customers
    WHERE zalo_user_id IS NULL AND id NOT IN (SELECT customer_id FROM bookings WHERE status = 'completed') ORDER BY id LIMIT 1`)
  await invite(tx, lan.id, 'MAYLAN7', null, longAgo)
  if (newcomer)
    await tx
      .insert(referrals)
      .values({ friendId: newcomer[0], referrerId: lan.id, at: addMinutes(now, -2 * 1440), state: 'waiting' })
  await twoOnOnePhone(tx, lan.id, now)
}

async function twoOnOnePhone(tx: Tx, except: string, now: Date) {
  const [visit] = await tx.values<
    [string, string, number, number]
  >(sql`SELECT id, customer_id, price_vnd, status_at FROM bookings b
    WHERE status = 'completed' AND customer_id <> ${except} AND price_vnd >= 100000 AND status_at < ${now.getTime() - dayMs}
      AND NOT EXISTS (SELECT 1 FROM bookings e WHERE e.customer_id = b.customer_id AND e.id <> b.id AND e.status = 'completed')
    ORDER BY status_at DESC LIMIT 1`)
  const [referrer] = await tx.values<[string]>(sql`SELECT customer_id FROM bookings WHERE status = 'completed'
    AND customer_id NOT IN (${except}, ${visit?.[1] ?? ''}) GROUP BY customer_id ORDER BY count(*) DESC, customer_id LIMIT 1`)
  if (!visit || !referrer) return
  const [id, friendId, paidVnd, at] = visit
  const [referrerId] = referrer
  const device = 'demo-one-phone'
  await invite(tx, referrerId, 'BANTHAN', device, new Date(at - 9 * dayMs))
  await tx.insert(referrals).values({ friendId, referrerId, device, at: new Date(at - 3 * dayMs), state: 'waiting' })
  await payReferral(tx, { id, customerId: friendId, paidVnd, endedAt: new Date(at) }, new Date(at))
}

const invite = (tx: Tx, customerId: string, code: string, device: string | null, createdAt: Date) =>
  tx.insert(invites).values({ customerId, code, device, createdAt })

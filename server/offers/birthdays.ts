import { sql } from 'drizzle-orm'
import { birthdayGifts } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { formatNumber } from '../../shared/money.ts'
import type { Programme } from '../../shared/programme.ts'
import { addDays, dayOf, instantOf, stampOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { expiresAt } from '../loyalty/expiry.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { givePoints } from '../loyalty/thanks.ts'
import { tell } from '../notifications/outbox.ts'
import { giveOffer } from './give-offer.ts'

/** So many people an act: nobody waits long behind it. */
const peopleAtOnce = 100
/** A day that is told later than this before it comes is given for from the year after (L-42). */
const toldDaysBefore = 30

type Celebrated = { customerId: string; name: string; year: number }

/** Whose birthday is near enough to be given for, and has not been this year. */
export async function birthdaysDue(db: Reader, now: Date): Promise<Celebrated[]> {
  const { birthday } = (await programmeAt(db, now)).rules
  if (!birthday) return []
  const { zone } = await shopOf(db)
  const today = dayOf(now, zone)
  const days = Array.from({ length: birthday.daysBefore + 1 }, (_, i) => addDays(today, i)).flatMap((day) =>
    namesOf(day, zone),
  )
  const rows = await db.values<[string, string, number]>(sql`SELECT c.id, c.name, d.value ->> 1
    FROM json_each(${JSON.stringify(days)}) d JOIN customers c ON c.birth_day = d.value ->> 0
    WHERE c.merged_into IS NULL AND c.birth_told_at < d.value ->> 2 AND NOT EXISTS (SELECT 1 FROM birthday_gifts g
      WHERE g.year = d.value ->> 1 AND g.customer_id IN ${peopleOf(sql`c.id`)}) LIMIT ${peopleAtOnce}`)
  return rows.map(([customerId, name, year]) => ({ customerId, name, year }))
}

/** As people tell it, the year it is given for, and before which moment it must have been told; 29 February is the 28th of other years. */
function namesOf(day: string, zone: string): [monthDay: string, year: number, toldBefore: number][] {
  const name = day.slice(5)
  const toldBefore = instantOf(addDays(day, 1 - toldDaysBefore), 0, zone).getTime()
  const isLast = name === '02-28' && addDays(day, 1).slice(5) === '03-01'
  return [name, ...(isLast ? ['02-29'] : [])].map((each) => [each, Number(day.slice(0, 4)), toldBefore])
}

/** Gives to some whose birthday is near. Answers with how many; none: that was all. */
export async function celebrateSome(tx: Tx, now: Date): Promise<number> {
  const due = await birthdaysDue(tx, now)
  const { birthday, expiry } = (await programmeAt(tx, now)).rules
  for (const each of due) await celebrate(tx, each, birthday!, expiry, now)
  return due.length
}

/** The gift of a year, once; a voucher that cannot be had keeps nobody from the points. */
async function celebrate(
  tx: Tx,
  { customerId, name, year }: Celebrated,
  { points: wished, offerId }: NonNullable<Programme['birthday']>,
  expiry: Programme['expiry'],
  now: Date,
) {
  await tx.insert(birthdayGifts).values({ customerId, year, at: now })
  const cause = `birthday:${customerId}:${year}`
  const gift = { customerId, cause, about: cause, points: wished, sum: { thanks: 'birthday' as const } }
  const points = await givePoints(tx, gift, now)
  const voucher = offerId ? await giveOffer(tx, { id: newId(), offerId, customerId }, now) : undefined
  if (!voucher && points === 0) return
  const { name: shop, zone } = await shopOf(tx)
  const { pointName } = (await programmeAt(tx, now)).rules
  const reward = [voucher?.name, points > 0 && `${formatNumber(points)} ${pointName}`].filter(Boolean).join(' + ')
  const end = voucher ? voucher.expiresAt : expiresAt(expiry, now, zone)
  const until = end ? stampOf(new Date(end.getTime() - 1), zone) : 'không thời hạn'
  const params = { customer_name: name, reward, until, shop }
  await tell(tx, [{ event: 'birthday', customerId, about: cause, params }], now)
}

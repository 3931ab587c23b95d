import { sql } from 'drizzle-orm'
import { type Condition, intentFacts, isAhead, type MessageKind } from '../../shared/notifications.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader } from '../database.ts'

type Asked = { intent: MessageKind; key: string; about: string; customerId: string; condition: Condition }

const conditionsInSql: Record<Condition, (asked: Asked) => ReturnType<typeof sql> | undefined> = {
  always: () => undefined,
  not_rated: ({ about }) => sql`NOT EXISTS (SELECT 1 FROM feedback WHERE booking_id = ${about})`,
  first_visit: ({ customerId }) => sql`(${completed(customerId)}) = 1`,
  returning: ({ customerId }) => sql`(${completed(customerId)}) > 1`,
}

const completed = (customerId: string) =>
  sql`SELECT count(*) FROM bookings WHERE customer_id = ${customerId} AND status = 'completed'`

/** Whether what a message says still holds, and the owner's condition with it: asked when it is about to be sent. */
export async function isStillTrue(db: Reader, asked: Asked): Promise<boolean> {
  const holds = [factOf(asked), conditionsInSql[asked.condition](asked)].filter((each) => each !== undefined)
  if (holds.length === 0) return true
  const [row] = await db.values<[number]>(sql`SELECT ${sql.join(holds, sql` AND `)}`)
  return row![0] === 1
}

function factOf({ intent, key, about, customerId }: Asked) {
  if (intent === 'reply') return undefined
  const { event } = intentFacts[intent]
  if (event === 'points_ahead')
    return sql`EXISTS (SELECT 1 FROM lots JOIN customers c ON c.id = lots.customer_id WHERE lots.active > 0 AND lots.wallet = 'points'
      AND coalesce(c.merged_into, c.id) = ${about} AND ${key} = ${`${intent}:${about}.`} || lots.expires_at)`
  // The key holds which move it speaks of; after the next one it names a time that is no longer agreed.
  if (isAhead(event))
    return sql`EXISTS (SELECT 1 FROM bookings WHERE id = ${about} AND status = 'booked'
      AND ${key} = ${`${intent}:`} || id || iif(moves = 0, '', '.' || moves)
      AND (${event} <> 'keep_asked' OR kept_at IS NULL))`
  if (event === 'time_freed') return sql`EXISTS (SELECT 1 FROM waitlist WHERE id = ${about} AND state = 'offered')`
  if (event === 'not_back')
    return sql`NOT EXISTS (SELECT 1 FROM bookings b JOIN bookings last ON last.id = ${about}
      WHERE b.customer_id = ${customerId} AND b.starts_at > last.starts_at AND b.status IN ('requested', 'booked', 'arrived', 'in_service', 'completed'))
      AND NOT EXISTS (SELECT 1 FROM purchases p JOIN bookings last ON last.id = ${about}
        WHERE p.customer_id = ${customerId} AND p.at > last.starts_at)`
  if (intent === 'offer_given') return sql`EXISTS (SELECT 1 FROM vouchers WHERE id = ${about} AND state = 'open')`
  if (intent === 'come_again')
    return sql`NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key = ${key} AND (
      EXISTS (SELECT 1 FROM purchases p WHERE p.customer_id IN ${peopleOf(customerId)} AND p.at > o.created_at)
      OR EXISTS (SELECT 1 FROM bookings b WHERE b.customer_id IN ${peopleOf(customerId)} AND b.created_at > o.created_at
        AND b.status IN ('requested', 'booked', 'arrived', 'in_service', 'completed'))))`
  return undefined
}

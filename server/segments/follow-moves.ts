import { eq, sql } from 'drizzle-orm'
import { campaigns, segmentFollows } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { dayMs } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { audit } from '../staff/audit.ts'
import { records, type Today } from './conditions.ts'
import { campaignOfFollow, type Follow, followById, lastEvent, monthOfFollow, whyWaiting } from './follows.ts'
import { segmentById } from './segments.ts'

/** So many events an act: nobody waits long behind it. */
const eventsAtOnce = 500
/** The same thing follows for the same person again after so many days at the earliest. */
const daysBetween = 90

/** Nobody pressed a button; the follow is named in what was done. */
const itself = { id: 'clock', name: 'Tự động', role: 'staff' as const }

/**
 * Puts those who entered or left into the campaign of the month, which gives as any campaign does; how far it has looked
 * stands in the same write, so that no event counts twice. False: there is nothing further to look at.
 */
export async function followSome(tx: Tx, id: string, today: Today): Promise<boolean> {
  const follow = await followById(tx, id)
  const upTo = Math.min(await lastEvent(tx), (follow?.doneTo ?? 0) + eventsAtOnce)
  if (!follow?.active || upTo <= follow.doneTo) return false
  if (!(await whyWaiting(tx, follow, today))) await addPeople(tx, follow, await moved(tx, follow, upTo, today), today)
  await tx.update(segmentFollows).set({ doneTo: upTo }).where(eq(segmentFollows.id, id))
  return true
}

type Moved = [customerId: string, hadLately: number]

/** Who entered or left and has not done the opposite since. A record that was joined to another is no person of its own. */
function moved(tx: Tx, { id, segmentId, what, doneTo }: Follow, upTo: number, { now }: Today) {
  return tx.values<Moved>(sql`SELECT c.id, EXISTS (SELECT 1 FROM campaign_people p JOIN campaigns k ON k.id = p.campaign_id
      WHERE p.customer_id IN ${records} AND k.follow_id = ${id} AND p.left_out IS NULL
        AND coalesce(p.at, k.at) > ${now.getTime() - daysBetween * dayMs})
    FROM segment_events e NOT INDEXED JOIN customers c ON c.id = e.customer_id AND c.merged_into IS NULL
    WHERE e.id > ${doneTo} AND e.id <= ${upTo} AND e.segment_id = ${segmentId} AND e.what = ${what}
      AND NOT EXISTS (SELECT 1 FROM segment_events later
        WHERE later.customer_id = e.customer_id AND later.segment_id = e.segment_id AND later.id > e.id)`)
}

/** Each once a month; the campaign begins again at the first of its people, since they are given to in order. */
async function addPeople(tx: Tx, follow: Follow, people: Moved[], today: Today) {
  if (people.length === 0) return
  const { id } = (await campaignOfFollow(tx, follow, monthOfFollow(today))) ?? (await startFollowing(tx, follow, today))
  await tx.run(sql`INSERT INTO campaign_people (campaign_id, customer_id, left_out, at)
    SELECT ${id}, value ->> 0, iif(value ->> 1, 'had_lately', NULL), iif(value ->> 1, ${today.now.getTime()}, NULL)
    FROM json_each(${JSON.stringify(people)}) WHERE true ON CONFLICT DO NOTHING`)
  const count = sql`(SELECT count(*) FROM campaign_people WHERE campaign_id = ${id})`
  await tx
    .update(campaigns)
    .set({ people: count, state: 'giving', doneTo: '', endedAt: null })
    .where(eq(campaigns.id, id))
}

async function startFollowing(tx: Tx, follow: Follow, today: Today) {
  const { kind, segmentId, offerId, what, since: followSince } = follow
  const { name } = (await segmentById(tx, segmentId))!
  const id = newId()
  const about = { id, kind, segmentId, offerId, name, people: 0, followId: follow.id, followSince }
  const month = monthOfFollow(today)
  await tx.insert(campaigns).values({ ...about, month, state: 'giving', by: itself.id, at: today.now })
  await audit(tx, itself, 'start_campaign', id, { after: { kind, segmentId, offerId, what, month } }, today.now)
  return { id }
}

import { eq, sql } from 'drizzle-orm'
import { invites, referrals } from '../../drizzle/schema/index.ts'
import type { NewReferral } from '../../shared/referrals.ts'
import { Refusal, type RefusalCode } from '../../shared/refusals.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { inviteCodeIn, rulesOf } from './invites.ts'

export type Referral = typeof referrals.$inferSelect

/**
 * Somebody says with a code who brought them: once, for good, before their first visit (L-41). The same code again is the
 * same answer. Of one phone with who invited it is taken; what it pays waits for the owner (L-43).
 */
export async function acceptInvite(tx: Tx, friendId: string, { code, device }: NewReferral, now: Date) {
  await rulesOf(tx, now)
  const [invite] = await tx
    .select()
    .from(invites)
    .where(eq(invites.code, inviteCodeIn(code)))
  if (!invite) throw new Refusal('invite_unknown')
  const referrerId = invite.customerId
  const earlier = await referralOf(tx, friendId)
  if (earlier?.referrerId === referrerId) return earlier
  if (earlier) throw new Refusal('referral_had')
  const why = await whyNot(tx, friendId, referrerId)
  if (why) throw new Refusal(why)
  const [made] = await tx
    .insert(referrals)
    .values({ friendId, referrerId, device: device ?? null, at: now, state: 'waiting' })
    .returning()
  return made!
}

/** Who brought somebody, under whichever of their records it stands. */
export async function referralOf(db: Reader, friendId: string): Promise<Referral | undefined> {
  const people = peopleOf(sql`${friendId}`)
  const [found] = await db.select().from(referrals).where(sql`${referrals.friendId} IN ${people}`)
  return found
}

/** One's own invitation, back and forth, or by another record with the same phone; or no longer new here. */
async function whyNot(db: Reader, friendId: string, referrerId: string): Promise<RefusalCode | undefined> {
  if (await areOne(db, friendId, referrerId)) return 'referral_own'
  const [friend, referrer] = [peopleOf(sql`${friendId}`), peopleOf(sql`${referrerId}`)]
  const [[brought, been] = [0, 0]] = await db.values<[number, number]>(sql`SELECT
    EXISTS (SELECT 1 FROM referrals WHERE friend_id IN ${referrer} AND referrer_id IN ${friend}),
    EXISTS (SELECT 1 FROM purchases WHERE customer_id IN ${friend})`)
  return brought ? 'referral_own' : been ? 'referral_not_new' : undefined
}

/** Whether two are one person as far as the shop can see: of one record, or with one phone. */
export async function areOne(db: Reader, friendId: string, referrerId: string): Promise<boolean> {
  const [friend, referrer] = [peopleOf(sql`${friendId}`), peopleOf(sql`${referrerId}`)]
  const [[same] = [0]] = await db.values<[number]>(sql`SELECT ${friendId} IN ${referrer}
    OR EXISTS (SELECT 1 FROM customers a JOIN customers b ON b.phone = a.phone WHERE a.id IN ${friend} AND b.id IN ${referrer})`)
  return same === 1
}

/** Whether the friend asked from the phone of who invited, or from that of another whom they brought (L-43). */
export async function sharesDevice(db: Reader, { friendId, referrerId, device }: Referral): Promise<boolean> {
  if (!device) return false
  const referrer = peopleOf(sql`${referrerId}`)
  const [[shared] = [0]] = await db.values<[number]>(sql`SELECT
    EXISTS (SELECT 1 FROM invites WHERE customer_id IN ${referrer} AND device = ${device})
    OR EXISTS (SELECT 1 FROM referrals WHERE referrer_id IN ${referrer} AND device = ${device} AND friend_id <> ${friendId})`)
  return shared === 1
}

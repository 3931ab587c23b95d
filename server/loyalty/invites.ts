import { randomInt } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { invites } from '../../drizzle/schema/index.ts'
import { givenName } from '../../shared/fold.ts'
import { Refusal } from '../../shared/refusals.ts'
import { peopleOf } from '../customers/people.ts'
import { nameless } from '../customers/sign-in.ts'
import type { Reader, Tx } from '../database.ts'
import { programmeAt } from './programme.ts'

/** Read aloud and typed without doubt, 31^7 of them. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const newCode = () => Array.from({ length: 7 }, () => letters[randomInt(letters.length)]).join('')

/** As somebody types it: any case, with spaces or dashes. */
export const inviteCodeIn = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** The code of somebody, made when they first ask; the phone they last asked from is kept. */
export async function inviteOf(tx: Tx, customerId: string, device: string | undefined, now: Date): Promise<string> {
  await rulesOf(tx, now)
  const invite = { customerId, code: newCode(), device: device ?? null, createdAt: now }
  const set = { device: sql`coalesce(excluded.device, ${invites.device})` }
  const [kept] = await tx
    .insert(invites)
    .values(invite)
    .onConflictDoUpdate({ target: invites.customerId, set })
    .returning()
  return kept!.code
}

/** Whether somebody's code was already asked for from this phone: then there is nothing to write. */
export async function inviteKept(db: Reader, customerId: string, device: string | undefined) {
  const [known] = await db.select().from(invites).where(eq(invites.customerId, customerId))
  return known && (!device || known.device === device) ? known.code : undefined
}

/** What inviting brings, or `referral_off`. */
export async function rulesOf(db: Reader, now: Date) {
  const { referral } = (await programmeAt(db, now)).rules
  if (!referral) throw new Refusal('referral_off')
  return referral
}

/** Whom somebody brought, the newest first, by given name only; and who brought them. */
export async function friendsOf(db: Reader, customerId: string) {
  const people = peopleOf(sql`${customerId}`)
  type Row = [
    name: string,
    state: 'waiting' | 'paid' | 'refused',
    why: string | null,
    points: number,
    pending: number,
    at: number,
  ]
  const called = sql.raw(`iif(c.name = '${nameless}', '', c.name)`)
  const rows = await db.values<Row>(sql`SELECT ${called}, r.state, r.why, coalesce(e.units, 0),
      coalesce((SELECT sum(pending) FROM lots WHERE cause = e.cause AND wallet = 'points'), 0), r.at
    FROM referrals r JOIN customers c ON c.id = r.friend_id
    LEFT JOIN ledger_entries e ON e.cause = r.friend_id || ':brought' AND e.kind = 'given' AND e.wallet = 'points'
    WHERE r.referrer_id IN ${people} ORDER BY r.at DESC LIMIT 200`)
  const [mine] = await db.values<[string, string]>(sql`SELECT ${called}, r.state FROM referrals r
    JOIN customers c ON c.id = r.referrer_id WHERE r.friend_id IN ${people}`)
  return {
    friends: rows.map(([name, state, why, points, pending, at]) => ({
      ...{ name: givenName(name), state, why, points, isPending: pending > 0, at: new Date(at) },
    })),
    isNew: !mine && !(await wasHere(db, customerId)),
    broughtBy: mine ? { name: givenName(mine[0]), state: mine[1] } : null,
  }
}

async function wasHere(db: Reader, customerId: string): Promise<boolean> {
  const [[was] = [0]] = await db.values<[number]>(sql`SELECT EXISTS (SELECT 1 FROM purchases
    WHERE customer_id IN ${peopleOf(sql`${customerId}`)})`)
  return was === 1
}

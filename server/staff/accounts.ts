import { and, count, eq, ne } from 'drizzle-orm'
import { accountSessions, accounts, ownerLinks } from '../../drizzle/schema/index.ts'
import { byGivenName } from '../../shared/fold.ts'
import { newId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { AccountChange, FirstOwner, NewAccount } from '../../shared/staff.ts'
import { dayMs } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from './audit.ts'
import { hashOf, newToken } from './tokens.ts'

const shown = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  role: accounts.role,
  active: accounts.active,
}

export const accountsOf = async (db: Reader) =>
  (await db.select(shown).from(accounts)).sort((a, b) => byGivenName(a.name, b.name))

export async function accountByEmail(db: Reader, email: string) {
  const [found] = await db.select().from(accounts).where(eq(accounts.email, email.toLowerCase()))
  return found
}

/** A one-time link that makes an owner; valid for a day. Answers with the token, of which only the hash is kept. */
export async function newOwnerLink(tx: Tx, now: Date): Promise<string> {
  const token = newToken()
  await tx.insert(ownerLinks).values({ tokenHash: hashOf(token), expiresAt: new Date(now.getTime() + dayMs) })
  return token
}

/** Uses the one-time link up. `passwordHash` is made before the transaction: hashing is slow on purpose. */
export async function firstOwner(tx: Tx, wish: FirstOwner, passwordHash: string, now: Date) {
  const [link] = await tx
    .select()
    .from(ownerLinks)
    .where(eq(ownerLinks.tokenHash, hashOf(wish.token)))
  if (!link || link.usedAt || link.expiresAt < now) throw new Refusal('link_used')
  await tx.update(ownerLinks).set({ usedAt: now }).where(eq(ownerLinks.tokenHash, link.tokenHash))
  return insert(tx, { ...wish, id: newId(), role: 'owner' }, passwordHash, now)
}

export async function addAccount(tx: Tx, by: Staff, wish: NewAccount, passwordHash: string, now: Date) {
  const account = await insert(tx, wish, passwordHash, now)
  await audit(tx, by, 'add_account', wish.id, { after: { email: wish.email, role: wish.role } }, now)
  return account
}

/** A change of role, of password or a switching off ends the account's sessions at once. */
export async function changeAccount(
  tx: Tx,
  by: Staff,
  id: string,
  { password, ...wish }: AccountChange,
  passwordHash: string | undefined,
  now: Date,
) {
  const [before] = await tx.select().from(accounts).where(eq(accounts.id, id))
  if (!before) throw new Refusal('not_found')
  const staysOwner = wish.role === 'owner' && wish.active
  if (before.role === 'owner' && !staysOwner && !(await otherOwner(tx, id))) throw new Refusal('last_owner')
  await tx
    .update(accounts)
    .set({ ...wish, ...(passwordHash && { passwordHash }) })
    .where(eq(accounts.id, id))
  if (password || wish.role !== before.role || !wish.active)
    await tx.update(accountSessions).set({ revokedAt: now }).where(eq(accountSessions.accountId, id))
  const after = { ...wish, password: password !== undefined }
  await audit(tx, by, 'change_account', id, { before: { role: before.role, active: before.active }, after }, now)
}

async function insert(tx: Tx, wish: Omit<NewAccount, 'password'>, passwordHash: string, now: Date) {
  const { id, name, email, role } = wish
  if (await accountByEmail(tx, email)) throw new Refusal('email_taken')
  await tx.insert(accounts).values({ id, name, email, role, passwordHash, active: true, createdAt: now })
  return { id, name, email, role }
}

async function otherOwner(tx: Tx, id: string): Promise<boolean> {
  const [found] = await tx
    .select({ count: count() })
    .from(accounts)
    .where(and(eq(accounts.role, 'owner'), eq(accounts.active, true), ne(accounts.id, id)))
  return found!.count > 0
}

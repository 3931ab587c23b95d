import { randomBytes } from 'node:crypto'
import { bankSettings } from '../../drizzle/schema/index.ts'
import { banks } from '../../shared/banks.ts'
import type { BankAccount } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { holderAtBank } from './viet-qr.ts'

/** Seals and opens; the house's vault. */
type Vault = { seal: (text: string, about: string) => string; open: (sealed: string, about: string) => string }

const place = 'bank_settings/1/webhook_secret'

const bankStatement = prepared((db) => db.select().from(bankSettings).prepare())
const storedOf = (db: Reader) => bankStatement(db).get()

/** The account that customers pay into, with the bank's name; never the secret, only since when there is one. */
export async function bankOf(db: Reader) {
  const stored = await storedOf(db)
  if (!stored) return undefined
  const { bin, accountNo, holder, secretAt } = stored
  return { bin, bank: banks[bin] ?? bin, accountNo, holder, secretAt }
}

/** What the bank's adapter signs with; undefined where no secret was made. */
export async function secretOf(db: Reader, vault: Vault): Promise<string | undefined> {
  const sealed = (await storedOf(db))?.webhookSecret
  return sealed ? vault.open(sealed, place) : undefined
}

export async function changeBank(tx: Tx, by: Staff, wish: BankAccount, now: Date) {
  const before = await bankOf(tx)
  const account = { bin: wish.bin, accountNo: wish.accountNo, holder: holderAtBank(wish.holder) }
  await tx
    .insert(bankSettings)
    .values({ id: 1, ...account })
    .onConflictDoUpdate({ target: bankSettings.id, set: account })
  await audit(tx, by, 'change_bank', 'bank', { before: before ?? null, after: account }, now)
  return (await bankOf(tx))!
}

/** A new secret, which is told this once; the one before signs nothing any more. */
export async function renewSecret(tx: Tx, by: Staff, vault: Vault, now: Date) {
  if (!(await storedOf(tx))) throw new Refusal('no_bank_account')
  const secret = randomBytes(32).toString('hex')
  await tx.update(bankSettings).set({ webhookSecret: vault.seal(secret, place), secretAt: now })
  await audit(tx, by, 'renew_bank_secret', 'bank', {}, now)
  return { secret }
}

/** The secret is sealed again with the current key. */
export async function resealBank(tx: Tx, vault: Vault) {
  const secret = await secretOf(tx, vault)
  if (secret) await tx.update(bankSettings).set({ webhookSecret: vault.seal(secret, place) })
}

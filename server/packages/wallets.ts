import type { Reader } from '../database.ts'
import { creditOf } from '../loyalty/credit.ts'
import { stampsOf } from '../offers/stamp-cards.ts'
import { packagesOf } from './packages.ts'

/** What a customer has beside points: stamps, packages, đồng (L-22). */
export const walletsOf = async (db: Reader, customerId: string, now: Date) => ({
  stamps: await stampsOf(db, customerId, now),
  packages: await packagesOf(db, customerId, now),
  creditVnd: await creditOf(db, customerId, now),
})

import { sql } from 'drizzle-orm'
import type { HoldReason } from '../../shared/loyalty.ts'
import type { Programme } from '../../shared/programme.ts'
import { preparedRaw, type Reader } from '../database.ts'

/** Points of a visit that was claimed with a code wait above this, where the owner set no other limit. */
const claimedUnseen = 100

type Earning = {
  customerId: string
  points: number
  /** Already earned today, and by how many visits. */
  earnedToday: number
  visitsToday: number
  isClaimed: boolean
}

/** Why the points of a visit wait for the owner to look, if they do (L-43, L-11). */
export async function holdOf(db: Reader, { holds }: Programme, earning: Earning): Promise<HoldReason | undefined> {
  const { visitsADay, pointsADay, staffPhones } = holds
  const { customerId, points, earnedToday, visitsToday, isClaimed } = earning
  if (staffPhones && (await worksHere(db, customerId))) return 'staff_phone'
  if (visitsADay !== null && visitsToday >= visitsADay) return 'visits'
  if (isClaimed && points > (pointsADay ?? claimedUnseen)) return 'claimed'
  if (pointsADay !== null && earnedToday + points > pointsADay) return 'points'
  return undefined
}

const staffPhone = preparedRaw((db) =>
  db
    .select({ found: sql<number>`1` })
    .from(sql`staff_members s JOIN customers c ON c.phone = s.phone`)
    .where(sql`c.id = ${sql.placeholder('customerId')}`)
    .limit(1)
    .prepare(),
)

const worksHere = async (db: Reader, customerId: string) => (await staffPhone(db).first({ customerId })) !== undefined

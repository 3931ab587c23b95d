import { and, eq, max, sql } from 'drizzle-orm'
import { consents } from '../../drizzle/schema/index.ts'
import { type ConsentPurpose, consentPurposes } from '../../shared/notifications.ts'
import type { KnownFor } from '../../shared/profile.ts'
import type { Reader } from '../database.ts'
import { consentOf } from './consents.ts'
import { oaUserOf } from './customers.ts'
import type { Known } from './groups.ts'
import { zaloUserOf } from './merged.ts'
import { peopleOf } from './people.ts'

const consentFor: Record<ConsentPurpose, KnownFor> = { visit_messages: 'tell', marketing: 'tell', photos: 'serve' }

/** What somebody allows, purpose by purpose, and whether they follow the Official Account; nothing of what nobody has said. */
export async function relationshipOf(db: Reader, customerId: string): Promise<Known[]> {
  const known: Known[] = []
  for (const purpose of consentPurposes) {
    const granted = await consentOf(db, customerId, purpose)
    if (granted === undefined) continue
    const word = { value: granted ? 'granted' : 'withdrawn', unit: 'word', source: 'customer' } as const
    known.push({
      key: purpose,
      ...word,
      at: await saidAt(db, customerId, purpose, granted),
      purpose: consentFor[purpose],
    })
  }
  const zaloUserId = await zaloUserOf(db, customerId)
  const oaUser = zaloUserId === null ? undefined : await oaUserOf(db, zaloUserId)
  if (!oaUser?.followsAt) return known
  const value = oaUser.follows ? 'follows' : 'unfollowed'
  return [...known, { key: 'follows', value, unit: 'word', source: 'zalo', at: oaUser.followsAt, purpose: 'tell' }]
}

/** When the word that holds was said last, by whichever record of the person. */
async function saidAt(db: Reader, customerId: string, purpose: ConsentPurpose, granted: boolean): Promise<Date> {
  const [last] = await db
    .select({ at: max(consents.at) })
    .from(consents)
    .where(
      and(
        sql`${consents.customerId} IN ${peopleOf(sql`${customerId}`)}`,
        ...[eq(consents.purpose, purpose), eq(consents.granted, granted)],
      ),
    )
  return last!.at!
}

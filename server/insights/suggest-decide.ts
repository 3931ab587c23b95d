import { eq } from 'drizzle-orm'
import { suggestionPeople, suggestions } from '../../drizzle/schema/index.ts'
import { dayAt } from '../../shared/day-number.ts'
import { isWritten } from '../../shared/owner-messages.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { startCampaign } from '../segments/campaigns.ts'
import type { Today } from '../segments/conditions.ts'
import { audit, type Staff } from '../staff/audit.ts'

const scoredAfterDays = 14

export async function suggestionById(db: Reader, id: string) {
  return (await db.select().from(suggestions).where(eq(suggestions.id, id)))[0]
}

/** Does what was suggested: writes to exactly the people it meant, by a campaign of its own id. Twice is once. */
export async function acceptSuggestion(tx: Tx, by: Staff, id: string, today: Today) {
  const before = await suggestionById(tx, id)
  if (!before) throw new Refusal('not_found')
  if (before.state === 'accepted') return before
  if (before.state === 'ignored') throw new Refusal('suggestion_decided')
  if (isWritten(before.kind)) {
    const people = await tx.select().from(suggestionPeople).where(eq(suggestionPeople.suggestionId, id))
    const customerIds = people.map(({ customerId }) => customerId)
    const wish = { id, kind: 'message' as const, segmentId: null, customerIds, offerId: null }
    const { expectedVnd, sum } = before
    const hoped = { expectedCostVnd: sum.messageVnd ?? 0, expectedVnd, suggestionId: id }
    await startCampaign(tx, by, wish, hoped, today)
  }
  return decide(tx, by, id, { state: 'accepted', scoreOn: dayAt(today.day + scoredAfterDays) }, today.now)
}

/** Not this one, and nothing like it for two weeks. */
export async function ignoreSuggestion(tx: Tx, by: Staff, id: string, now: Date) {
  const before = await suggestionById(tx, id)
  if (!before) throw new Refusal('not_found')
  if (before.state === 'ignored') return before
  if (before.state === 'accepted') throw new Refusal('suggestion_decided')
  return decide(tx, by, id, { state: 'ignored' }, now)
}

type Decision = { state: 'accepted' | 'ignored'; scoreOn?: string }

async function decide(tx: Tx, by: Staff, id: string, decision: Decision, now: Date) {
  const change = { ...decision, by: by.id, decidedAt: now }
  const [decided] = await tx.update(suggestions).set(change).where(eq(suggestions.id, id)).returning()
  await audit(tx, by, 'decide_suggestion', id, { after: decision }, now)
  return decided!
}

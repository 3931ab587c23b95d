import type { Tx } from '../database.ts'
import { tellRisen, tellWaning } from '../loyalty/tell-tiers.ts'
import { levelsDue, type Risen, reviewLevel } from '../loyalty/tiers.ts'
import { giveOffer } from './give-offer.ts'

/** Puts somebody on the level they are due, and welcomes them there with its offer, once an entry (L-26). */
export async function reviewAndWelcome(tx: Tx, customerId: string, now: Date): Promise<void> {
  const risen = await reviewLevel(tx, customerId, now)
  if (!risen) return
  await tellRisen(tx, risen, now)
  await welcome(tx, risen, now)
}

/** An offer that cannot be had welcomes nobody; the level is theirs all the same. */
async function welcome(tx: Tx, { id, customerId, level }: Risen, now: Date) {
  const offerId = level.welcomeOfferId
  if (offerId) await giveOffer(tx, { id, offerId, customerId }, now)
}

/** Looks at some whose level time alone may have changed. Answers with how many; none: that was all. */
export async function reviewSome(tx: Tx, now: Date): Promise<number> {
  const due = await levelsDue(tx, now)
  for (const customerId of due) {
    await reviewAndWelcome(tx, customerId, now)
    await tellWaning(tx, customerId, now)
  }
  return due.length
}

import { eq } from 'drizzle-orm'
import { messaging, triggers } from '../../drizzle/schema/index.ts'
import type { MessagingChange, TriggerChange } from '../../shared/messaging.ts'
import { conditionsOf, type Intent, intentFacts, intents } from '../../shared/notifications.ts'
import { BadInput } from '../../shared/refusals.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

/** When each intent is sent, in the order in which the house names them. */
export async function triggersOf(db: Reader) {
  const rows = await db.select().from(triggers)
  return intents.map((intent) => {
    const { event, class: messageClass } = intentFacts[intent]
    return {
      ...rows.find((row) => row.intent === intent)!,
      event,
      class: messageClass,
      conditions: conditionsOf(event),
    }
  })
}

async function triggerOf(db: Reader, intent: Intent) {
  return (await db.select().from(triggers).where(eq(triggers.intent, intent)))[0]!
}

export async function changeTrigger(tx: Tx, by: Staff, intent: Intent, wish: TriggerChange, now: Date) {
  if (!conditionsOf(intentFacts[intent].event).includes(wish.condition)) throw new BadInput('condition', 'unknown')
  const before = await triggerOf(tx, intent)
  await tx.update(triggers).set(wish).where(eq(triggers.intent, intent))
  await audit(tx, by, 'change_trigger', intent, { before, after: wish }, now)
}

const theRules = prepared((db) => db.select().from(messaging).prepare())

export async function messagingOf(db: Reader) {
  const { id: _, ...rules } = (await theRules(db).get())!
  return rules
}

export async function changeMessaging(tx: Tx, by: Staff, wish: MessagingChange, now: Date) {
  if (wish.careToMinute <= wish.careFromMinute) throw new BadInput('careToMinute', 'bad')
  if (wish.marketingToMinute <= wish.marketingFromMinute) throw new BadInput('marketingToMinute', 'bad')
  const before = await messagingOf(tx)
  await tx.update(messaging).set(wish)
  await audit(tx, by, 'change_messaging', 'messaging', { before, after: wish }, now)
}

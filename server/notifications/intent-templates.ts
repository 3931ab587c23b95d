import { eq, sql } from 'drizzle-orm'
import { intentTemplates } from '../../drizzle/schema/index.ts'
import { lintLayout } from '../../shared/layout-lint.ts'
import { misfits } from '../../shared/message-templates.ts'
import type { IntentTemplateChange } from '../../shared/messaging.ts'
import { type Intent, intentFacts, intents } from '../../shared/notifications.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { suggestedLayouts } from '../../shared/suggested-layouts.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { knownTemplate } from './known-templates.ts'

const byIntent = prepared((db) =>
  db
    .select()
    .from(intentTemplates)
    .where(eq(intentTemplates.intent, sql.placeholder('intent')))
    .prepare(),
)

/** Which template says an intent, and from where its parameters come; undefined until the owner chose one. */
export const templateOf = (db: Reader, intent: Intent) => byIntent(db).get({ intent })

/** Every intent with what is chosen for it, or the words suggested for it. */
export async function intentTemplatesOf(db: Reader) {
  const chosen = await db.select().from(intentTemplates)
  return intents.map((intent) => {
    const found = chosen.find((each) => each.intent === intent)
    const { class: messageClass, fields } = intentFacts[intent]
    return {
      ...{ intent, class: messageClass, fields, templateId: found?.templateId ?? null },
      ...{ params: found?.params ?? {}, layout: found?.layout ?? suggestedLayouts[intent] },
    }
  })
}

/**
 * The owner chooses a template for an intent. Refused by Zalo's rules before anything is sent: the field is the
 * parameter or the part of the text that breaks one. The template must be known (keepTemplate) and approved.
 */
export async function chooseTemplate(tx: Tx, by: Staff, intent: Intent, wish: IntentTemplateChange, now: Date) {
  const template = await knownTemplate(tx, wish.templateId)
  if (!template) throw new BadInput('templateId', 'unknown')
  if (template.status !== 'ENABLE') throw new Refusal('template_off')
  const [misfit] = misfits(intent, template.params, wish.params)
  if (misfit) throw new BadInput(`params.${misfit.param}`, misfit.why)
  const [fault] = lintLayout(intent, wish.layout)
  if (fault) throw new BadInput(`layout.${fault.where}`, fault.rule)

  const before = await templateOf(tx, intent)
  const row = { intent, ...wish }
  await tx.insert(intentTemplates).values(row).onConflictDoUpdate({ target: intentTemplates.intent, set: row })
  await audit(tx, by, 'choose_template', intent, { before, after: wish }, now)
}

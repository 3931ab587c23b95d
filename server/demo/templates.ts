import { intentTemplates, zaloTemplates } from '../../drizzle/schema/index.ts'
import { fieldFacts } from '../../shared/message-templates.ts'
import { intentFacts, intents, type MessageField } from '../../shared/notifications.ts'
import { suggestedLayouts } from '../../shared/suggested-layouts.ts'
import type { Tx } from '../database.ts'

const typeOf = (field: MessageField) =>
  field === 'time' ? 'DATE' : field === 'points' || field === 'balance' || field === 'days' ? 'NUMBER' : 'STRING'

/** The templates that the pretend Zalo has approved, one an intent from 300001 on, as if the owner had chosen them. */
export async function chooseDemoTemplates(tx: Tx, now: Date) {
  for (const [i, intent] of intents.entries()) {
    const id = String(300_001 + i)
    const { fields } = intentFacts[intent]
    const layout = suggestedLayouts[intent]
    const params = fields.map((name) => ({
      ...{ name, required: true, acceptsNull: false },
      ...{ type: typeOf(name), maxLength: fieldFacts[name].max, minLength: 1 },
    }))
    const detail = { id, name: layout.title, status: 'ENABLE', params, buttons: [], priceVnd: 300, priceByPhoneVnd: 300 }
    const createdAt = new Date('2026-01-01T00:00:00+07:00')
    await tx.insert(zaloTemplates).values({ id, name: detail.name, status: detail.status, detail, createdAt, readAt: now })
    const sources = Object.fromEntries(fields.map((field) => [field, `<${field}>`]))
    await tx.insert(intentTemplates).values({ intent, templateId: id, params: sources, layout })
  }
}

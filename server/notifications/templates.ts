import type { Intent } from '../../shared/notifications.ts'

/** The approved template of each intent, and how long its parameters may be (Zalo counts after NFC). */
export const templates: Record<Intent, { templateId: string; params: Record<string, number> }> = {
  booking_made: { templateId: '300001', params: visitParams() },
  booking_cancelled: { templateId: '300002', params: visitParams() },
  reminder_24h: { templateId: '300003', params: visitParams() },
  reminder_2h: { templateId: '300004', params: visitParams() },
  points_earned: { templateId: '300005', params: { customer_name: 30, points: 20, balance: 20, service: 200 } },
  feedback_ask: { templateId: '300006', params: { customer_name: 30, booking_code: 30, service: 200 } },
}

function visitParams() {
  return { customer_name: 30, booking_code: 30, service: 200, staff: 30, time: 20, shop: 200 }
}

/** Parameters as Zalo takes them: each one there, in NFC, cut to its length at a word where one ends near. */
export function checkedParams(intent: Intent, params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templates[intent].params).map(([name, maxLength]) => {
      const value = params[name]
      if (!value?.trim()) throw new Error(`The template of ${intent} needs "${name}".`)
      return [name, fitted(value.normalize('NFC').replace(/\s+/g, ' ').trim(), maxLength)]
    }),
  )
}

function fitted(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = Array.from(text.slice(0, maxLength - 1))
    .join('')
    .trimEnd()
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}

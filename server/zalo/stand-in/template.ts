/** A template as Zalo knows it. `<name>` in a text stands for the parameter of that name. */
export interface Template {
  id: string
  name: string
  kind: 'custom' | 'otp' | 'rating' | 'voucher' | 'payment'
  /** 1 transaction, 2 customer care, 3 promotion. */
  tag: 1 | 2 | 3
  status: 'ENABLE' | 'PENDING_REVIEW' | 'REJECT' | 'DISABLE' | 'DELETE'
  /** Why it has this status, in Zalo's words. */
  reason: string
  quality: Quality
  /** Those from before 2025-12-10 go to phone numbers only. */
  createdAt: Date
  prices: { phoneVnd: number; uidVnd: number }
  params: Param[]
  title: string
  paragraph: string
  rows: { label: string; value: string }[]
  buttons: Button[]
  /** Of templates that ask for stars. */
  survey?: Survey
}

export type Quality = 'HIGH' | 'MEDIUM' | 'LOW' | 'UNDEFINED'

export interface Param {
  name: string
  type: 'STRING' | 'NUMBER' | 'DATE'
  maxLength: number
  sample: string
}

/** What pressing it does: 1 website, 2 phone, 3 OA page, 4 Mini App, 5-8 other apps, 9 article, 10 copy, 11 pay, 12 details. */
export interface Button {
  type: number
  title: string
  content: string
}

/** What one to five stars are called, and what may be ticked beside each. */
export interface Survey {
  question: string
  levels: { name: string; answers: string[] }[]
  thanks: string
}

export type Filled = ReturnType<typeof fill>

/** A template with its parameters filled in, as it shows in a chat. */
export function fill(template: Template, data: Record<string, string>) {
  const filled = (text: string) => text.replace(/<(\w+)>/g, (_, name) => data[name] ?? '')
  return {
    title: filled(template.title),
    paragraph: filled(template.paragraph),
    rows: template.rows.map((row) => ({ label: row.label, value: filled(row.value) })),
    buttons: template.buttons.map((button) => ({ ...button, content: filled(button.content) })),
    survey: template.survey,
  }
}

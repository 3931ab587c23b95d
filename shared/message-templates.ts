import { type Intent, intentFacts, type MessageField } from './notifications.ts'

/** From where each parameter of a template comes: text in which `<field>` stands for what is known at sending. */
export type ParamSources = Record<string, string>

/** How a message reads, in the parts that Zalo reviews. `<field>` stands for what is known at sending. */
export type Layout = {
  title: string
  paragraphs: string[]
  rows: { label: string; value: string }[]
  buttons: { title: string; content: string }[]
  /** Only a rating template: what it asks, what may be chosen, how it thanks. */
  rating?: { question: string; choices: string[]; thanks: string }
}

/** What a template of Zalo takes: the facts of it that mapping and checking need. */
export type TemplateParam = {
  name: string
  required: boolean
  type: string
  maxLength: number
  minLength: number
}

/** A field as it may appear in a template: Zalo's longest for its kind, an example, whether it may be cut to fit. */
const fieldFacts: Record<MessageField, { max: number; sample: string; cuts: boolean }> = {
  customer_name: { max: 30, sample: 'Nguyễn Thị Lan', cuts: true },
  booking_code: { max: 30, sample: 'A1B2C3', cuts: false },
  service: { max: 200, sample: 'Cắt tóc nữ', cuts: true },
  staff: { max: 30, sample: 'Thảo', cuts: true },
  time: { max: 20, sample: '10:30 28/11/2026', cuts: false },
  shop: { max: 200, sample: 'Tiệm tóc Mây', cuts: true },
  points: { max: 20, sample: '25', cuts: false },
  balance: { max: 20, sample: '140', cuts: false },
  reward: { max: 200, sample: 'Gội đầu miễn phí', cuts: true },
  days: { max: 20, sample: '35', cuts: false },
  link: { max: 200, sample: '/bookings', cuts: false },
  until: { max: 20, sample: '10:45 28/11/2026', cuts: false },
  tier: { max: 30, sample: 'Khách vàng', cuts: true },
  missing: { max: 30, sample: '300.000 đ', cuts: false },
  friend: { max: 30, sample: 'Trần Minh', cuts: true },
  order_code: { max: 30, sample: 'D7K2M9', cuts: false },
  total: { max: 20, sample: '185.000 đ', cuts: false },
  place: { max: 200, sample: 'Nhận tại tiệm lúc 10:30 28/11', cuts: true },
  reason: { max: 200, sample: 'Hết hàng', cuts: true },
  period: { max: 30, sample: 'tuần 16/11 đến 22/11', cuts: true },
  sales: { max: 90, sample: '12.400.000 đ, tăng 8%', cuts: true },
  retention: { max: 90, sample: '17% (34/200), tăng 2 điểm', cuts: true },
  promo: { max: 90, sample: '14%, giảm 1 điểm', cuts: true },
  margin: { max: 90, sample: '5%, bằng tuần trước', cuts: true },
  advice: { max: 90, sample: 'Mời 12 khách lâu chưa ghé', cuts: true },
  news: { max: 90, sample: 'Chị Lan chấm 2 sao', cuts: true },
}

const placeholder = /<([a-z_]+)>/g

/** The fields that a text speaks of. */
export const fieldsIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, field]) => field!)

/** The text with what is known in the place of its fields. */
export const filledIn = (text: string, known: Record<string, string>): string =>
  text.replace(placeholder, (whole, field: string) => known[field] ?? whole)

export const samplesOf = (intent: Intent): Record<string, string> =>
  Object.fromEntries(intentFacts[intent].fields.map((field) => [field, fieldFacts[field].sample]))

export type Misfit = { param: string; why: MisfitReason }
/** Why a parameter does not fit its template. Vietnamese, English. */
export const misfitWords = {
  param_missing: ['Mẫu tin cần thông tin này.', 'The template needs this.'],
  param_unknown: ['Mẫu tin không có thông tin này.', 'The template does not know this.'],
  param_too_long: ['Dài hơn mức mẫu tin cho phép.', 'Longer than the template allows.'],
  param_too_short: ['Ngắn hơn mức mẫu tin yêu cầu.', 'Shorter than the template asks.'],
  param_format: ['Sai định dạng mẫu tin yêu cầu.', 'Not of the form that the template asks.'],
  unknown_field: ['Tin này không có thông tin đó.', 'This message does not know that field.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>
export type MisfitReason = keyof typeof misfitWords

/** What is wrong with where the parameters come from, before anything is sent; by the name of the parameter. */
export function misfits(intent: Intent, params: TemplateParam[], sources: ParamSources): Misfit[] {
  const { fields } = intentFacts[intent]
  const found: Misfit[] = []
  for (const name of Object.keys(sources))
    if (!params.some((param) => param.name === name)) found.push({ param: name, why: 'param_unknown' })
  for (const param of params) {
    const source = sources[param.name] ?? ''
    if (!source.trim()) {
      if (param.required) found.push({ param: param.name, why: 'param_missing' })
      continue
    }
    if (fieldsIn(source).some((field) => !fields.includes(field as MessageField)))
      found.push({ param: param.name, why: 'unknown_field' })
    else {
      const why = misfitOf(param, fittedTo(param, source, samplesOf(intent)))
      if (why) found.push({ param: param.name, why })
    }
  }
  return found
}

/** The values that a template gets, or the first parameter that stands in the way. Text is NFC, as Zalo counts it. */
export function valuesFor(
  params: TemplateParam[],
  sources: ParamSources,
  known: Record<string, string>,
): { values: Record<string, string> } | { misfit: Misfit } {
  const values: Record<string, string> = {}
  for (const param of params) {
    const source = sources[param.name]
    if (!source && !param.required) continue
    const value = source ? fittedTo(param, source, known) : ''
    const why = fieldsIn(value).length > 0 || !value ? 'param_missing' : misfitOf(param, value)
    if (why) return { misfit: { param: param.name, why } }
    values[param.name] = value
  }
  return { values }
}

/** Values given one by one, as for a trial. */
export function misfitOfValues(params: TemplateParam[], values: Record<string, string>): Misfit | undefined {
  const unknown = Object.keys(values).find((name) => !params.some((param) => param.name === name))
  if (unknown !== undefined) return { param: unknown, why: 'param_unknown' }
  for (const param of params) {
    const value = values[param.name]?.normalize('NFC') ?? ''
    const why = value || param.required ? (value ? misfitOf(param, value) : 'param_missing') : undefined
    if (why) return { param: param.name, why }
  }
  return undefined
}

/** A name that is too long is cut at its end; a code, a number or a time never is. */
function fittedTo(param: TemplateParam, source: string, known: Record<string, string>): string {
  const whole = filledIn(source, known).normalize('NFC').replace(/\s+/g, ' ').trim()
  const fields = fieldsIn(source)
  const mayCut = fields.length > 0 && fields.every((field) => fieldFacts[field as MessageField]?.cuts)
  const letters = Array.from(whole)
  if (letters.length <= param.maxLength || !mayCut) return whole
  return `${letters
    .slice(0, param.maxLength - 1)
    .join('')
    .trimEnd()}…`
}

const dateForms = /^((\d{2}:\d{2}(:\d{2})? )?\d{2}\/\d{2}\/\d{4}|\d{2}:\d{2}(:\d{2})?|\d{2}\/\d{4})$/

function misfitOf({ type, maxLength, minLength }: TemplateParam, value: string): MisfitReason | undefined {
  const length = Array.from(value).length
  if (length > maxLength) return 'param_too_long'
  if (length < minLength) return 'param_too_short'
  if (type === 'DATE' && !dateForms.test(value)) return 'param_format'
  if ((type === 'NUMBER' || type === 'CURRENCY') && !/^\d+$/.test(value)) return 'param_format'
  return undefined
}

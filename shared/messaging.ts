import { z } from 'zod'
import { Id, line, Vnd, words } from './fields.ts'
import { conditions, intents } from './notifications.ts'

/** What staff may say about messages: when they go, which template says them, what is typed by hand. */
export const AnIntent = z.enum(intents)

export const TriggerChange = z.strictObject({
  enabled: z.boolean(),
  waitMinutes: z.int().min(0).max(525_600),
  condition: z.enum(conditions),
  deadlineMinutes: z.int().min(0).max(525_600),
})
export type TriggerChange = z.infer<typeof TriggerChange>

const Minute = z.int().min(0).max(1440)

/** Law and Zalo leave marketing the time from 7:00 to 22:00, and no more than four a month (Decree 91/2020, N-9). */
export const MessagingChange = z.strictObject({
  careFromMinute: Minute,
  careToMinute: Minute,
  marketingFromMinute: Minute.min(420),
  marketingToMinute: Minute.max(1320),
  zaloNight: z.boolean(),
  perWeek: z.int().min(0).max(1), // what consent was asked for
  perMonth: z.int().min(0).max(4),
  dailyBudgetVnd: Vnd.nullable(),
  oaMessageVnd: Vnd,
  preferUid: z.boolean(),
  hashPhones: z.boolean(),
  development: z.boolean(),
})
export type MessagingChange = z.infer<typeof MessagingChange>

const text = (max: number) => words(max)
const LayoutInput = z.strictObject({
  title: text(200),
  paragraphs: z.array(text(1000)).max(8),
  rows: z.array(z.strictObject({ label: text(100), value: text(300) })).max(12),
  buttons: z.array(z.strictObject({ title: text(100), content: text(300) })).max(4),
  rating: z.strictObject({ question: text(300), choices: z.array(text(200)).max(10), thanks: text(300) }).optional(),
})

/** A parameter's name comes from Zalo. */
const byParam = (max: number) =>
  z.record(z.string().regex(/^\w{1,64}$/), words(max)).refine((given) => Object.keys(given).length <= 50)

export const IntentTemplateChange = z.strictObject({
  templateId: z.string().regex(/^\d{1,20}$/),
  params: byParam(500),
  layout: LayoutInput,
})
export type IntentTemplateChange = z.infer<typeof IntentTemplateChange>

/** A trial: to one phone, with values given by hand. In development mode Zalo takes it only for administrators, free. */
export const Trial = z.strictObject({
  templateId: z.string().regex(/^\d{1,20}$/),
  phone: line(20),
  params: byParam(500),
  development: z.boolean(),
})
export type Trial = z.infer<typeof Trial>

/** An answer typed to a customer; `id` is made in the page, so that sending twice is sending once. */
export const Reply = z.strictObject({
  id: Id,
  customerId: Id,
  text: words(2000).refine((text) => text.trim() !== '', 'empty'),
  imageId: z
    .string()
    .regex(/^[\w+/=-]{1,400}$/)
    .optional(),
})
export type Reply = z.infer<typeof Reply>

import { z } from 'zod'
import { read } from './ask.ts'
import type { Asking } from './zalo.ts'

export interface TemplateMessage {
  /** 84 and nine digits, no plus. */
  phone: string
  templateId: string
  data: Record<string, string>
  /** Ours, at most 48 characters; comes back with the receipt. Zalo does not drop repeats of it. */
  trackingId: string
  /** Free of charge, only to administrators of the app or the Official Account. */
  mode?: 'development'
}

const Sent = z.object({
  data: z.object({
    msg_id: z.string().min(1),
    sent_time: z.coerce.number().int(),
    quota: z.object({ dailyQuota: z.coerce.number(), remainingQuota: z.coerce.number() }).optional(),
  }),
})

/** POST /message/template. Text is sent composed (NFC), since decomposed text is counted as too long (-1121). */
export async function sendTemplate(asking: Asking, message: TemplateMessage) {
  const data = Object.entries(message.data).map(([name, value]) => [name, value.normalize('NFC')])
  const answer = await asking('business', '/message/template', {
    phone: message.phone,
    template_id: message.templateId,
    template_data: Object.fromEntries(data),
    tracking_id: message.trackingId,
    mode: message.mode,
  })
  const sent = read('business', answer, Sent).data
  const quota = sent.quota && { daily: sent.quota.dailyQuota, remaining: sent.quota.remainingQuota }
  return { msgId: sent.msg_id, sentAt: new Date(sent.sent_time), quota }
}

const Status = z.object({
  data: z.object({
    status: z.coerce.number(),
    delivery_time: z.union([z.string(), z.number()]).nullish(),
  }),
})

/** GET /message/status: whether a message was accepted only, or reached the phone. */
export async function messageStatus(asking: Asking, msgId: string) {
  const answer = await asking('business', `/message/status?message_id=${encodeURIComponent(msgId)}`)
  const { status, delivery_time } = read('business', answer, Status).data
  const deliveredAt = delivery_time ? new Date(Number(delivery_time)) : undefined
  if (status === 1) return { state: 'delivered' as const, deliveredAt }
  return { state: status === 0 ? ('accepted' as const) : ('not_found' as const), deliveredAt: undefined }
}

const Template = z.object({
  data: z.object({
    templateId: z.coerce.string(),
    templateName: z.string(),
    status: z.string(),
    listParams: z.array(
      z.object({
        name: z.string(),
        require: z.boolean(),
        type: z.string(),
        maxLength: z.number(),
        minLength: z.number(),
      }),
    ),
    price_sdt: z.coerce.number().nullish(),
  }),
})

/** GET /template/info/v2: the real limits of a template's parameters, and its price in đồng. */
export async function templateInfo(asking: Asking, templateId: string) {
  const answer = await asking('business', `/template/info/v2?template_id=${encodeURIComponent(templateId)}`)
  const found = read('business', answer, Template).data
  const params = found.listParams.map(({ require: required, ...param }) => ({ ...param, required }))
  return {
    id: found.templateId,
    name: found.templateName,
    status: found.status,
    params,
    priceVnd: found.price_sdt ?? undefined,
  }
}

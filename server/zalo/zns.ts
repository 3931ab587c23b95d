import { createHash } from 'node:crypto'
import { z } from 'zod'
import { messagePurse } from './oa-quota.ts'
import { answered, composed, ifGiven, wireId, wireInstant, wireNumber } from './wire.ts'
import type { Asking } from './zalo.ts'

interface TemplateContent {
  templateId: string
  data: Record<string, string>
}

export interface UserMessage extends TemplateContent {
  oaUserId: string
}

export interface TemplateMessage extends TemplateContent {
  /** 84 and nine digits, no plus. */
  phone: string
  /** Ours, at most 48 characters; comes back with the receipt. Zalo does not drop repeats of it. */
  trackingId: string
  /** Free of charge, only to administrators of the app or the Official Account. */
  mode?: 'development'
  /** Zalo learns the hash of the number only; the receipt then names the hash. */
  hashPhone?: boolean
}

const SentByPhone = answered(
  z.object({
    msg_id: wireId,
    sent_time: ifGiven(wireInstant),
    quota: ifGiven(z.object({ dailyQuota: wireNumber, remainingQuota: wireNumber })),
  }),
)

/** POST /message/template. Text is sent composed (NFC), since decomposed text is counted as too long (-1121). */
export async function sendTemplate(asking: Asking, message: TemplateMessage) {
  const { phone, hashPhone, trackingId, mode } = message
  const path = hashPhone ? '/message/template/hashphone' : '/message/template'
  const recipient = hashPhone ? { hash_phone: hashedPhone(phone) } : { phone }
  const body = { ...recipient, ...contentOf(message), tracking_id: trackingId, mode }
  const { msg_id, sent_time, quota } = (await asking('business', path, SentByPhone, body)).data
  return {
    msgId: msg_id,
    sentAt: sent_time,
    quota: quota && { daily: quota.dailyQuota, remaining: quota.remainingQuota },
  }
}

/** Sources disagree on whether the time stands inside or beside `data`. */
const SentToUser = z.object({
  error: z.literal(0),
  sent_time: ifGiven(wireInstant),
  data: z.object({ message_id: wireId, sent_time: ifGiven(wireInstant), quota: messagePurse }),
})

/** POST /v3.0/oa/message/template: a template to someone whose id at the Official Account is known; usually cheaper. */
export async function sendTemplateToUser(asking: Asking, message: UserMessage) {
  const body = { user_id: message.oaUserId, ...contentOf(message) }
  const { data, sent_time } = await asking('openapi', '/v3.0/oa/message/template', SentToUser, body)
  return { messageId: data.message_id, sentAt: data.sent_time ?? sent_time, quota: data.quota }
}

const contentOf = ({ templateId, data }: TemplateContent) => ({
  template_id: templateId,
  template_data: composed(data),
})

/** How Zalo knows a number by its hash: SHA-256 in hex over 84 and nine digits, without a plus. */
export const hashedPhone = (phone: string) => createHash('sha256').update(phone).digest('hex')

const Status = answered(z.object({ status: wireNumber, delivery_time: ifGiven(wireInstant) }))

/** GET /message/status: whether a message was accepted only, or reached the phone. */
export async function messageStatus(asking: Asking, msgId: string) {
  const path = `/message/status?${new URLSearchParams({ message_id: msgId })}`
  const { status, delivery_time } = (await asking('business', path, Status)).data
  if (status === 1) return { state: 'delivered' as const, deliveredAt: delivery_time }
  return { state: status === 0 ? ('accepted' as const) : ('not_found' as const), deliveredAt: undefined }
}

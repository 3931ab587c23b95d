import { z } from 'zod'
import { isNight, quotaOfToday, refusalOfContent } from './checks.ts'
import { fill } from './template.ts'
import type { Message, World } from './world.ts'

/** Parameters that Zalo does not know are ignored, as it does. */
export const Sending = z.object({
  phone: z.string().default(''),
  hash_phone: z.string().default(''),
  template_id: z.coerce.string().default(''),
  template_data: z.unknown(),
  tracking_id: z.string().default(''),
  sending_mode: z.string().default('1'),
  mode: z.string().optional(),
})
export type Sending = z.infer<typeof Sending>

export type To = { number: string; recipient: string }

/** Sends a template message, and its receipt as the switches say; a number is Zalo's refusal. */
export async function sendByPhone(world: World, sending: Sending, to: To | undefined) {
  if (!to) return -108
  const code = refusalOf(world, sending, to)
  return code === 0 ? deliver(world, sending, to) : code
}

function refusalOf(world: World, sending: Sending, { number }: To) {
  const template = world.templates.find(({ id }) => id === sending.template_id)
  const ofContent = refusalOfContent(template, sending.template_data)
  if (ofContent !== 0) return ofContent
  // The documents call it required; with which number Zalo insists is not known.
  if (!sending.tracking_id) return -132
  if (!['1', '3'].includes(sending.sending_mode)) return -161
  if (sending.sending_mode === '3' && template?.tag !== 3) return -162
  const person = world.personBy('phone', number)
  if (sending.mode === 'development' && !person?.isAdmin) return -127
  if (world.switches.nightRule && isNight(world)) return -133
  const { daily, used } = quotaOfToday(world)
  if (used >= daily && sending.sending_mode !== '3') return -144
  const hasZalo = person?.hasZalo ?? world.switches.strangersHaveZalo
  return hasZalo ? world.trouble.ofPhone(number) : -118
}

async function deliver(world: World, { template_id, template_data, tracking_id, sending_mode, mode }: Sending, to: To) {
  const { receipts, receiptDelayMs } = world.switches
  const afterMs = receipts === 'early' ? 0 : receiptDelayMs
  const at = world.now()
  const delivery = new Date(at.getTime() + afterMs)
  const template = fill(world.templates.find(({ id }) => id === template_id)!, template_data as Record<string, string>)
  const id = world.newId()
  const message: Message = {
    id,
    personKey: world.personBy('phone', to.number)?.key ?? to.number,
    kind: 'template',
    at,
    deliveredAt: receipts === 'never' ? undefined : delivery,
    text: template.title,
    template,
    templateId: template_id,
    trackingId: tracking_id,
  }
  world.messages.push(message)
  if (mode !== 'development') world.quota.used += 1

  const receipt = {
    event_name: 'user_received_message',
    sender: { id: world.settings.oaId },
    recipient: { id: to.recipient },
    message: { delivery_time: String(delivery.getTime()), msg_id: id, tracking_id },
  }
  if (receipts === 'early') await world.webhooks.postAtOnce('ZNS', receipt)
  else if (receipts !== 'never') world.webhooks.post('ZNS', receipt, { afterMs, times: receipts === 'twice' ? 2 : 1 })

  const { daily, used } = world.quota
  const quota = { dailyQuota: String(daily), remainingQuota: String(Math.max(0, daily - used)) }
  return { msg_id: id, sent_time: String(at.getTime()), sending_mode, quota }
}

import { z } from 'zod'
import { isNight, quotaOfToday, refusalOfContent } from './checks.ts'
import { idleHoursOf } from './consultation.ts'
import { tellOfChat } from './happenings.ts'
import { fill, type Template } from './template.ts'
import type { World } from './world.ts'

const phoneOnlyBefore = new Date('2025-12-10T00:00:00+07:00')

const Sending = z.object({ user_id: z.string(), template_id: z.coerce.string(), template_data: z.unknown() })

/** Sends a template message to somebody's id at the Official Account; a number is Zalo's refusal. */
export function sendByUserId(world: World, body: unknown) {
  const sending = Sending.safeParse(body).data
  const person = sending && world.personBy('oaUserId', sending.user_id)
  if (!person) return -201
  const template = world.templates.find(({ id }) => id === sending.template_id)
  const ofContent = refusalOfContent(template, sending.template_data)
  if (!template || ofContent !== 0) return ofContent
  if (isPhoneOnly(template)) return -249
  if (!person.follows && idleHoursOf(world, person) === Infinity) return -213
  // By id only promotion is refused at night; a transaction arrives without a sound.
  if (template.tag === 3 && world.switches.nightRule && isNight(world)) return -234
  const quota = quotaOfToday(world)
  if (quota.used >= quota.daily) return -144
  const ordered = world.trouble.ofPhone(person.phone)
  if (ordered !== 0) return ordered

  const at = world.now()
  const id = world.newId()
  const filled = fill(template, sending.template_data as Record<string, string>)
  const about = { templateId: template.id, text: filled.title, template: filled }
  world.messages.push({ id, personKey: person.key, kind: 'template', at, deliveredAt: at, ...about })
  quota.used += 1
  tellOfChat(world, 'user_received_message', person, { msg_id: id })
  return {
    message_id: id,
    user_id: person.oaUserId,
    sent_time: String(at.getTime()),
    quota: { quota_type: 'sub_quota', remain: String(quota.daily - quota.used) },
  }
}

const isPhoneOnly = ({ kind, createdAt }: Template) => kind === 'otp' || createdAt < phoneOnlyBefore

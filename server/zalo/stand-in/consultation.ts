import { z } from 'zod'
import { tellOfChat } from './happenings.ts'
import type { Person } from './people.ts'
import type { Attachment, World } from './world.ts'

const hourMs = 3_600_000
const Text = z.string().min(1).max(2000)
const Url = z.string().min(1).max(2000)

const Picture = z.object({
  template_type: z.literal('media'),
  elements: z.tuple([
    z.object({ media_type: z.literal('image'), url: Url.optional(), attachment_id: z.string().optional() }),
  ]),
})
const List = z.object({
  template_type: z.literal('list'),
  elements: z
    .array(
      z.object({
        title: z.string().min(1),
        subtitle: z.string().default(''),
        image_url: Url.optional(),
        default_action: z.object({ type: z.literal('oa.open.url'), url: Url }).optional(),
      }),
    )
    .min(1)
    .max(5),
  buttons: z
    .array(
      z.object({
        title: z.string().min(1),
        type: z.enum(['oa.open.url', 'oa.query.show', 'oa.query.hide', 'oa.open.phone', 'oa.open.sms']),
        // A text to send, or what to open: { url }, { phone_code }, …
        payload: z.union([z.string(), z.record(z.string(), z.string())]),
      }),
    )
    .max(5)
    .default([]),
})
const attachment = z.object({ type: z.literal('template'), payload: z.union([Picture, List]) })
const Consultation = z.object({
  recipient: z.object({ user_id: z.string() }),
  message: z.union([
    z.object({ text: Text.optional(), attachment }),
    z.object({ text: Text, attachment: z.undefined().optional() }),
  ]),
})

/** Sends what the shop says in the chat; a number is Zalo's refusal. The hour of the day does not matter. */
export function sendConsultation(world: World, body: unknown) {
  const sending = Consultation.safeParse(body).data
  const person = sending && world.personBy('oaUserId', sending.recipient.user_id)
  if (!person) return -201
  const idleHours = idleHoursOf(world, person)
  if (idleHours > 7 * 24) return -230

  const shown = sending.message.attachment && shownOf(world, sending.message.attachment.payload)
  if (typeof shown === 'number') return shown
  const at = world.now()
  const id = world.newId()
  const text = sending.message.text ?? shown?.elements[0]?.title ?? ''
  world.messages.push({
    ...{ id, personKey: person.key, kind: 'oa_text', at, deliveredAt: at, text, template: undefined },
    ...(shown && { attachment: shown }),
  })
  tellOfChat(world, 'user_received_message', person, { msg_id: id })
  const owner = { owner_type: 'OA', owner_id: world.settings.oaId }
  const quota = { quota_type: idleHours <= 48 ? 'reply' : 'sub_quota', ...owner }
  return { message_id: id, user_id: person.oaUserId, quota }
}

/** Since the person last did something that opens the window: 48 hours free, seven days charged. */
export function idleHoursOf(world: World, { lastActionAt }: Person) {
  return lastActionAt ? (world.now().getTime() - lastActionAt.getTime()) / hourMs : Infinity
}

function shownOf(world: World, payload: z.infer<typeof attachment>['payload']): Attachment | number {
  if (payload.template_type === 'list') {
    const elements = payload.elements.map(({ title, subtitle, image_url, default_action }) => ({
      title,
      subtitle,
      imageUrl: image_url,
      url: default_action?.url,
    }))
    const buttons = payload.buttons.map((button) => ({ ...button, payload: targetOf(button.payload) }))
    return { elements, buttons }
  }
  const [{ url, attachment_id }] = payload.elements
  if (!attachment_id) return url ? { imageUrl: url, elements: [], buttons: [] } : -201
  const image = world.images.get(attachment_id)
  if (!image) return -201
  if (image.expires <= world.now().getTime()) return -100
  return { imageUrl: `/stand-in/phone/images/${attachment_id}`, elements: [], buttons: [] }
}

const targetOf = (payload: string | Record<string, string>) =>
  typeof payload === 'string' ? payload : (payload.url ?? payload.phone_code ?? '')

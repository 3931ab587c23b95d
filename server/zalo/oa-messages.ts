import { z } from 'zod'
import { ZaloFault } from './errors.ts'
import { messagePurse } from './oa-quota.ts'
import type { ZaloSettings } from './settings.ts'
import { answered, wireId } from './wire.ts'
import type { Asking } from './zalo.ts'

/** `text` at most 2,000 characters, buttons written as text included. */
export interface OaMessage {
  text?: string
  /** With an image, elements and buttons are written as text: Zalo has one attachment for either. */
  image?: { attachmentId: string } | { url: string }
  elements?: ListElement[]
  buttons?: OaButton[]
}

interface ListElement {
  title: string
  subtitle?: string
  imageUrl?: string
  /** Where tapping leads. */
  url?: string
}

interface OaButton {
  title: string
  type: 'oa.open.url' | 'oa.query.show' | 'oa.query.hide' | 'oa.open.phone' | 'oa.open.sms'
  /** `{ url }`, the text to send to the shop, `{ phone_code }` or `{ content, phone_code }`. */
  payload: unknown
}

const textMost = 2000
/** No page says how long a title in a list may be; the older API took this much. */
const titleMost = 100

const Sent = answered(z.object({ message_id: wireId, quota: messagePurse }))

/** POST /v3.0/oa/message/cs: free within 48 hours of the person's last action, charged until 7 days, then -230. */
export async function sendOaMessage(
  asking: Asking,
  settings: Pick<ZaloSettings, 'listMessages'>,
  oaUserId: string,
  wanted: OaMessage,
) {
  const message = settings.listMessages === false ? plain(wanted) : (listed(wanted) ?? plain(wanted))
  const text = message.text?.normalize('NFC')
  if (!text && !message.attachment) throw new ZaloFault('permanent', 'Tin nhắn chưa có nội dung.')
  if (text && [...text].length > textMost)
    throw new ZaloFault('permanent', 'Tin nhắn dài quá 2.000 ký tự, Zalo không nhận.')

  const body = { recipient: { user_id: oaUserId }, message: { ...message, text } }
  const { message_id, quota } = (await asking('openapi', '/v3.0/oa/message/cs', Sent, body)).data
  return { messageId: message_id, quota }
}

interface Written {
  text?: string
  attachment?: { type: 'template'; payload: object }
}

/**
 * As a list with buttons, if it can be one: it needs an element, for which a short text does. Lists were documented for
 * an older API only; the newer one just reports them as events.
 */
function listed({ text, image, elements = [], buttons = [] }: OaMessage): Written | undefined {
  if (image || elements.length + buttons.length === 0) return undefined
  if (elements.length > 0) return { text, attachment: { type: 'template', payload: list(elements, buttons) } }
  if (!text || [...text.normalize('NFC')].length > titleMost) return undefined
  return { attachment: { type: 'template', payload: list([{ title: text }], buttons) } }
}

/** As text, with or without an image. */
function plain({ text, image, elements = [], buttons = [] }: OaMessage): Written {
  const lines = [text, ...elements.map(lineOfElement), ...buttons.map(lineOfButton)]
  return {
    text: lines.filter(Boolean).join('\n') || undefined,
    attachment: image && { type: 'template', payload: media(image) },
  }
}

const media = (image: NonNullable<OaMessage['image']>) => ({
  template_type: 'media',
  elements: [
    'url' in image
      ? { media_type: 'image', url: image.url }
      : { media_type: 'image', attachment_id: image.attachmentId },
  ],
})

const list = (elements: ListElement[], buttons: OaButton[]) => ({
  template_type: 'list',
  elements: elements.map(({ title, subtitle, imageUrl, url }) => ({
    title: title.normalize('NFC'),
    subtitle: subtitle?.normalize('NFC'),
    image_url: imageUrl,
    default_action: url && { type: 'oa.open.url', url },
  })),
  buttons: buttons.map(({ title, type, payload }) => ({
    title: title.normalize('NFC'),
    type,
    payload: typeof payload === 'string' ? payload.normalize('NFC') : payload,
  })),
})

const lineOfElement = ({ title, subtitle, url }: ListElement) => [title, subtitle, url].filter(Boolean).join(' – ')

/** What someone can do without the button: open the address, call the number, or write the words themselves. */
function lineOfButton({ title, payload }: OaButton) {
  if (typeof payload === 'string') return `${title}: nhắn “${payload}”`
  const { url, phone_code } = (payload ?? {}) as { url?: string; phone_code?: string }
  return [title, url ?? phone_code].filter(Boolean).join(': ')
}

const Uploaded = answered(z.object({ attachment_id: wireId }))
const imageMostBytes = 1024 * 1024

/** POST /v2.0/oa/upload/image: JPG or PNG of at most 1 MB. Zalo keeps it for seven days. */
export async function uploadImage(asking: Asking, file: Blob) {
  if (file.size > imageMostBytes) throw new ZaloFault('permanent', 'Ảnh lớn hơn 1 MB, Zalo không nhận.')
  const kind = imageKindOf(new Uint8Array(await file.slice(0, 4).arrayBuffer()))
  if (!kind) throw new ZaloFault('permanent', 'Zalo chỉ nhận ảnh JPG hoặc PNG.')
  const form = new FormData()
  form.set('file', new Blob([file], { type: kind.type }), kind.name)
  const { attachment_id } = (await asking('openapi', '/v2.0/oa/upload/image', Uploaded, form)).data
  return { attachmentId: attachment_id }
}

/** By its first bytes: what a browser says of a file's type is a guess from its name. */
function imageKindOf([a, b, c, d]: Uint8Array) {
  if (a === 0xff && b === 0xd8 && c === 0xff) return { type: 'image/jpeg', name: 'image.jpg' }
  if (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47) return { type: 'image/png', name: 'image.png' }
  return undefined
}

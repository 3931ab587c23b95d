import { filledIn, type Layout } from '../../shared/message-templates.ts'
import { ownerLink } from '../../shared/owner-messages.ts'
import type { Shop } from '../shop.ts'
import type { Held } from './hold.ts'

export type Sent = { messageId: string; sentAt: Date | undefined }

/** Hands one message to Zalo, the way that was chosen for it. Throws ZaloFault. */
export async function send({ zalo, zaloSettings, config }: Shop, held: Held): Promise<Sent> {
  const { message, person, way, values, templateId, rules } = held
  if (way.route === 'phone') {
    const { msgId, sentAt } = await zalo.sendTemplate({
      phone: person.phone!.replace('+', ''),
      templateId: templateId!,
      data: values,
      trackingId: message.id,
      mode: rules.development ? 'development' : undefined,
      hashPhone: rules.hashPhones,
    })
    return { messageId: msgId, sentAt }
  }
  if (way.route === 'uid')
    return zalo.sendTemplateToUser({ oaUserId: person.oaUserId!, templateId: templateId!, data: values })
  const { messageId } = await zalo.sendOaMessage(
    person.oaUserId!,
    asOaMessage(held, { miniAppId: (await zaloSettings()).miniAppId, publicUrl: config.publicUrl }),
  )
  return { messageId, sentAt: undefined }
}

/** The words of a template as an ordinary message, with its buttons; or what somebody typed. */
function asOaMessage({ message, layout, values }: Held, { miniAppId, publicUrl }: Addresses) {
  if (!layout) {
    const { text, imageId } = values
    return { text, ...(imageId && { image: { attachmentId: imageId } }) }
  }
  const buttons = layout.buttons.map(({ title, content }) => ({
    title,
    type: 'oa.open.url' as const,
    payload: { url: addressOf(filledIn(content, message.params)) },
  }))
  return { text: message.params.words ?? textOf(layout, message.params), buttons }

  /** A template can lead to the Mini App alone; an ordinary message leads the shop's own people straight to their page. */
  function addressOf(path: string) {
    const page = path.split(ownerLink(''))[1]
    return page === undefined ? `https://zalo.me/s/${miniAppId}${path}` : `${publicUrl}/admin${page}`
  }
}

type Addresses = { miniAppId: string; publicUrl: string }

const textOf = ({ title, paragraphs, rows }: Layout, known: Record<string, string>) =>
  [title, ...paragraphs, ...rows.map(({ label, value }) => `${label}: ${value}`)]
    .map((line) => filledIn(line, known))
    .join('\n')

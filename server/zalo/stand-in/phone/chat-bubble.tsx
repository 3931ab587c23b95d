/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { act } from './api.ts'
import { type MessageProps, When } from './message.tsx'
import { type Effect, effectOfChatButton, effectOfLink } from './press.ts'

/** What the person wrote, or what the shop did: text, a picture, a list, buttons. */
export function ChatBubble({ message, state, person, onOpenApp, onDone }: MessageProps) {
  const [note, setNote] = useState('')
  const { kind, at, text, attachment } = message
  const isOwn = kind === 'own_text'

  const show = (effect: Effect) => ('open' in effect ? onOpenApp(effect.open) : setNote(effect.note))
  const press = async (index: number) => {
    const effect = effectOfChatButton(attachment!.buttons[index]!, state.miniAppId)
    if (!('ask' in effect)) show(effect)
    else if (await act(person, 'press', { messageId: message.id, button: index })) onDone()
  }

  return (
    <li class={isOwn ? 'bubble own' : 'bubble'}>
      <span class="unseen">{isOwn ? 'Bạn nhắn:' : `${state.shopName} nhắn:`}</span>
      {attachment?.imageUrl && <Picture url={attachment.imageUrl} />}
      {text !== attachment?.elements[0]?.title && <p>{text}</p>}
      {attachment && (
        <Elements elements={attachment.elements} onOpen={(url) => show(effectOfLink(url, state.miniAppId))} />
      )}
      {attachment?.buttons.map(({ title }, index) => (
        <button key={title} type="button" class="quiet" onClick={() => press(index)}>
          {title}
        </button>
      ))}
      {note && <output>{note}</output>}
      <When at={at} />
    </li>
  )
}

interface ElementsProps {
  elements: NonNullable<MessageProps['message']['attachment']>['elements']
  onOpen: (url: string) => void
}

function Elements({ elements, onOpen }: ElementsProps) {
  return (
    <ul>
      {elements.map(({ title, subtitle, imageUrl, url }) => (
        <li key={title}>
          {imageUrl && <Picture url={imageUrl} />}
          {url ? (
            <button type="button" class="link" onClick={() => onOpen(url)}>
              {title}
            </button>
          ) : (
            <strong>{title}</strong>
          )}
          <small>{subtitle}</small>
        </li>
      ))}
    </ul>
  )
}

/** Only what this machine serves is fetched: the pretend phone asks nobody outside for anything. */
function Picture({ url }: { url: string }) {
  const isHere = url.startsWith('data:image/') || new URL(url, location.href).origin === location.origin
  return isHere ? <img src={url} alt="Ảnh từ cửa hàng" /> : <small>Ảnh: {url}</small>
}

/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { act } from './api.ts'
import { type MessageProps, When } from './message.tsx'
import { effectOfChatButton } from './press.ts'

/** What the person wrote, or what the shop did: text, a picture, a list, buttons. */
export function ChatBubble({ message, state, person, onOpenApp, onDone }: MessageProps) {
  const [note, setNote] = useState('')
  const { kind, at, text, attachment } = message
  const isOwn = kind === 'own_text'

  const press = async (index: number) => {
    const button = attachment!.buttons[index]!
    const effect = effectOfChatButton(button, state.miniAppId)
    if ('open' in effect) onOpenApp(effect.open)
    else if ('note' in effect) setNote(effect.note)
    else if (await act(person, 'press', { messageId: message.id, button: index })) onDone()
  }

  return (
    <li class={isOwn ? 'bubble own' : 'bubble'}>
      <span class="unseen">{isOwn ? 'Bạn nhắn:' : `${state.shopName} nhắn:`}</span>
      {attachment?.imageUrl && <Picture url={attachment.imageUrl} />}
      {attachment?.elements.length ? <Elements elements={attachment.elements} /> : <p>{text}</p>}
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

function Elements({ elements }: { elements: NonNullable<MessageProps['message']['attachment']>['elements'] }) {
  return (
    <ul>
      {elements.map(({ title, subtitle, imageUrl }) => (
        <li key={title}>
          {imageUrl && <Picture url={imageUrl} />}
          <strong>{title}</strong>
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

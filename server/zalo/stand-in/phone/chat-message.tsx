/** @jsxImportSource preact */
import type { Message, PhoneState } from './api.ts'

interface Props {
  message: Message
  state: PhoneState
  onOpenApp: (path: string) => void
}

export function ChatMessage({ message, state, onOpenApp }: Props) {
  const { kind, at, text, template } = message
  const when = <time dateTime={at}>{timeOf(at)}</time>
  if (!template) {
    return (
      <li class={kind === 'own_text' ? 'bubble own' : 'bubble'}>
        <span class="unseen">{kind === 'own_text' ? 'Bạn nhắn:' : `${state.shopName} nhắn:`}</span>
        <p>{text}</p>
        {when}
      </li>
    )
  }
  return (
    <li class="card">
      <p class="logo">
        <span aria-hidden="true">{state.shopName[0]}</span>
        {state.shopName}
        {when}
      </p>
      <h3>{template.title}</h3>
      <p>{template.paragraph}</p>
      <dl>
        {template.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {template.buttons.map(({ title, content }) => (
        <button key={title} type="button" onClick={() => onOpenApp(pathIn(content, state.miniAppId))}>
          {title}
        </button>
      ))}
    </li>
  )
}

function pathIn(link: string, miniAppId: string) {
  return link.split(`/s/${miniAppId}`)[1] || '/'
}

function timeOf(at: string) {
  const format: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(at))
}

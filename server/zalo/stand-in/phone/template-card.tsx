/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { type MessageProps, When } from './message.tsx'
import { effectOfTemplateButton } from './press.ts'
import { Stars } from './stars.tsx'

type Template = NonNullable<MessageProps['message']['template']>

/** A message made from a template, as Zalo draws it. */
export function TemplateCard({ template, ...props }: MessageProps & { template: Template }) {
  const [note, setNote] = useState('')
  const { message, state, onOpenApp } = props
  const sender = message.kind === 'notification' ? 'Zalo Mini App' : state.shopName

  const press = (button: Template['buttons'][number]) => {
    const effect = effectOfTemplateButton(button, state.miniAppId)
    if ('open' in effect) return onOpenApp(effect.open)
    if (button.type === 10) navigator.clipboard?.writeText(button.content).catch(() => {}) // the note says it all
    setNote(effect.note)
  }

  return (
    <li class="card">
      <p class="logo">
        <span aria-hidden="true">{sender[0]}</span>
        {sender}
        <When at={message.at} />
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
      {template.survey && <Stars {...props} survey={template.survey} />}
      {template.buttons.map((button) => (
        <button key={button.title} type="button" onClick={() => press(button)}>
          {button.title}
        </button>
      ))}
      {note && <output>{note}</output>}
    </li>
  )
}

import { type FormEvent, useId } from 'react'
import './field.css'

type FieldProps = {
  label: string
  value: string
  maxLength: number
  onChange: (value: string) => void
  hint?: string
  placeholder?: string
  lines?: number
  autoComplete?: string
}

/** Control characters never reach the server; in one line neither do line breaks. */
const cleaned = (text: string, lines: number) => text.replace(lines > 1 ? /[^\P{Cc}\n]/gu : /\p{Cc}/gu, '')

/**
 * The one place where text is typed. What is cleaned away is also written back, since the field does not do so by
 * itself; not while an input method is still composing a letter, which would break it.
 */
export function Field({ label, value, maxLength, onChange, hint, placeholder, lines = 1, autoComplete }: FieldProps) {
  const id = useId()

  function onInput(event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) {
    const box = event.currentTarget
    const kept = cleaned(box.value, lines).slice(0, maxLength)
    if (kept !== box.value && !(event.nativeEvent as InputEvent).isComposing) box.value = kept
    onChange(kept)
  }

  const shared = {
    id,
    value,
    maxLength,
    placeholder,
    onInput,
    className: 'field-box',
    'aria-describedby': hint ? `${id}-hint` : undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <input {...shared} type="text" autoComplete={autoComplete ?? 'off'} />
      )}
      {hint && (
        <p id={`${id}-hint`} className="small muted">
          {hint}
        </p>
      )}
    </div>
  )
}

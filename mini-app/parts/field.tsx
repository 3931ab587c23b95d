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
  inputMode?: 'numeric' | 'tel'
  /** Why what is typed cannot be taken. */
  error?: string | undefined
}

/** Control characters never reach the server; in one line neither do line breaks. */
const cleaned = (text: string, lines: number) => text.replace(lines > 1 ? /[^\P{Cc}\n]/gu : /\p{Cc}/gu, '')

/**
 * The one place where text is typed. What is cleaned away is also written back, since the field does not do so by
 * itself; not while an input method is still composing a letter, which would break it.
 */
export function Field({ label, value, maxLength, onChange, lines = 1, ...more }: FieldProps) {
  const { hint, placeholder, autoComplete, inputMode, error } = more
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
    'aria-describedby': [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <input {...shared} type="text" inputMode={inputMode} autoComplete={autoComplete ?? 'off'} />
      )}
      {error && (
        <p id={`${id}-error`} className="problem-line" role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="small muted">
          {hint}
        </p>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'
import './chips.css'

type TickProps = {
  text: string
  more?: string | undefined
  side?: ReactNode
  on: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

/** One of several that may be taken or left. */
export function Tick({ text, more, side, on, disabled, onChange }: TickProps) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="tick-words">
        {text}
        {more && <span className="small muted">{more}</span>}
      </span>
      {side && <span className="strong small">{side}</span>}
    </label>
  )
}

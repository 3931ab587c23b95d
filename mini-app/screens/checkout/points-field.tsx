import { useState } from 'react'
import { useWords } from '../../language.ts'
import { Field } from '../../parts/field.tsx'
import { usePointWords } from '../../point-words.ts'

type PointsFieldProps = {
  value: number
  most: number
  step: number
  error: string | undefined
  onChange: (value: number) => void
}

/** Fewer than the most that may be used. */
export function PointsField({ value, most, step, error, onChange }: PointsFieldProps) {
  const words = useWords().checkout
  const say = usePointWords()
  const [text, type] = useState(String(value))
  const shown = Number(text) === value ? text : text === '' ? '' : String(value)
  return (
    <Field
      label={words.points}
      value={shown}
      maxLength={7}
      inputMode="numeric"
      hint={words.pointsRule(say(most), say(step))}
      error={error}
      onChange={(typed) => {
        const digits = typed.replace(/\D/g, '')
        type(digits)
        if (Number(digits) > 0) onChange(Number(digits))
      }}
    />
  )
}

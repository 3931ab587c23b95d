import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange: (clock: string) => void }

/** A clock time by 24 hours, whatever the browser's language: `9h`, `930`, `9h30` and `09:30` all become `09:30`. */
export function TimeInput({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState<string>()
  const clock = typed === undefined ? value : clockFrom(typed)
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      value={typed ?? value}
      error={rest.error || clock === undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        const next = clockFrom(event.currentTarget.value)
        if (next) onChange(next)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

function clockFrom(typed: string): string | undefined {
  const [, hour, minute = '0'] = typed.trim().match(/^(\d{1,2})\s*[:h.]?\s*(\d{2})?$/) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

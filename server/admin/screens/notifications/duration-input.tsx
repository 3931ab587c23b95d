import { Group, Select } from '@mantine/core'
import { useState } from 'react'
import { CountInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import { inUnits, type Unit, unitMinutes } from './durations.ts'

type Props = { label: string; minutes: number; error?: string; onChange: (minutes: number) => void }

/** A stretch of time as people say it: a number, and of what. */
export function DurationInput({ label, minutes, error, onChange }: Props) {
  const words = useWords().triggers
  const [unit, setUnit] = useState<Unit>(inUnits(minutes).unit)
  const units = Object.keys(unitMinutes) as Unit[]
  return (
    <Group gap={8} align="flex-start" wrap="nowrap">
      <CountInput
        label={label}
        value={Math.round(minutes / unitMinutes[unit])}
        error={error}
        style={{ flex: 1 }}
        onChange={(count) => onChange(Math.round(Number(count) || 0) * unitMinutes[unit])}
      />
      <Select
        label={<span style={{ visibility: 'hidden' }}>.</span>}
        aria-label={words.unitOf(label)}
        w={120}
        allowDeselect={false}
        data={units.map((each) => ({ value: each, label: words.unit[each] }))}
        value={unit}
        onChange={(chosen) => {
          const count = Math.round(minutes / unitMinutes[unit])
          setUnit(chosen as Unit)
          onChange(count * unitMinutes[chosen as Unit])
        }}
      />
    </Group>
  )
}

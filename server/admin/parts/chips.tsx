import { Chip, Group, Input } from '@mantine/core'
import type { ReactNode } from 'react'

type Choice = { value: string; label: ReactNode }
type Props = { label: string; choices: Choice[]; value: string; onChange: (value: string) => void; error?: string }

/** One of a few, all in sight and one touch away. */
export const Chips = ({ label, choices, value, onChange, error }: Props) => (
  <Input.Wrapper label={label} error={error} role="radiogroup" aria-label={label} labelElement="div">
    <Group gap={8} mt={4}>
      {choices.map((choice) => (
        <Chip
          key={choice.value}
          type="radio"
          variant="outline"
          checked={value === choice.value}
          onChange={() => onChange(choice.value)}
        >
          {choice.label}
        </Chip>
      ))}
    </Group>
  </Input.Wrapper>
)

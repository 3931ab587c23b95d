import { ActionIcon, Group, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { TimeInput } from '../../parts/time-input.tsx'
import { useWords } from '../../words/words.ts'
import { runsOver, type Stretch } from './week.ts'

type Props = { name: string; stretches: Stretch[]; onChange: (stretches: Stretch[]) => void }

/** The hours of one day, each stretch with a beginning and an end. */
export function Stretches({ name, stretches, onChange }: Props) {
  const words = useWords()
  const change = (i: number, part: Partial<Stretch>) => onChange(stretches.with(i, { ...stretches[i]!, ...part }))
  return stretches.map((stretch, i) => (
    <Group key={stretch.key} gap={8} wrap="nowrap">
      <TimeInput
        w={84}
        aria-label={`${name}: ${words.hours.from}`}
        value={stretch.from}
        onChange={(from) => change(i, { from })}
      />
      –
      <TimeInput
        w={84}
        aria-label={`${name}: ${words.hours.to}`}
        value={stretch.to}
        onChange={(to) => change(i, { to })}
      />
      {runsOver(stretch) && (
        <Text size="xs" c="dimmed">
          {words.hours.nextDay}
        </Text>
      )}
      <ActionIcon
        aria-label={words.hours.removeInterval(`${stretch.from}–${stretch.to}`)}
        onClick={() => onChange(stretches.toSpliced(i, 1))}
      >
        <IconX size={18} />
      </ActionIcon>
    </Group>
  ))
}

import { ActionIcon, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { TimeInput } from '../../parts/time-input.tsx'
import { useWords } from '../../words/words.ts'
import { nextStretch, runsOver, type Stretch } from './week.ts'

type Props = { name: string; stretches: Stretch[]; onChange: (stretches: Stretch[]) => void }

export function WeekdayRow({ name, stretches, onChange }: Props) {
  const words = useWords()
  const change = (i: number, part: Partial<Stretch>) => onChange(stretches.with(i, { ...stretches[i]!, ...part }))
  const add = () => onChange([...stretches, nextStretch(stretches)])
  return (
    <Group align="flex-start" gap={16} py={10} style={{ borderTop: '1px solid var(--line)' }}>
      <Switch
        w={150}
        mt={8}
        label={name}
        aria-label={words.hours.open(name)}
        checked={stretches.length > 0}
        onChange={(event) => (event.currentTarget.checked ? add() : onChange([]))}
      />
      <Stack gap={8} flex="1 1 300px">
        {stretches.length === 0 && (
          <Text size="sm" c="dimmed" mt={8}>
            {words.hours.closed}
          </Text>
        )}
        {stretches.map((stretch, i) => (
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
        ))}
      </Stack>
      {stretches.length > 0 && (
        <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {words.hours.addInterval}
        </Button>
      )}
    </Group>
  )
}

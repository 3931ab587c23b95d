import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useWords } from '../../words/words.ts'
import { Stretches } from './stretches.tsx'
import { nextStretch, type Stretch } from './week.ts'

type Props = { name: string; stretches: Stretch[]; onChange: (stretches: Stretch[]) => void; error?: string }

/** The hours of one date. */
export function DayHours({ name, stretches, onChange, error }: Props) {
  const words = useWords()
  return (
    <Stack gap={8} align="flex-start">
      <Stretches name={name} stretches={stretches} onChange={onChange} />
      {stretches.length < 6 && (
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...stretches, nextStretch(stretches)])}
        >
          {words.hours.addInterval}
        </Button>
      )}
      {error && (
        <Text size="xs" c="var(--bad)" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  )
}

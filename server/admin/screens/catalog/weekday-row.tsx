import { Button, Group, Stack, Switch, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useWords } from '../../words/words.ts'
import { Stretches } from './stretches.tsx'
import { nextStretch, type Stretch } from './week.ts'

type Props = { name: string; stretches: Stretch[]; onChange: (stretches: Stretch[]) => void }

export function WeekdayRow({ name, stretches, onChange }: Props) {
  const words = useWords()
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
        <Stretches name={name} stretches={stretches} onChange={onChange} />
      </Stack>
      {stretches.length > 0 && (
        <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {words.hours.addInterval}
        </Button>
      )}
    </Group>
  )
}

import { Group, Stack, Text } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { PastSuggestion } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

/** What was decided, and who came afterwards. */
export function PastSuggestions({ past }: { past: PastSuggestion[] }) {
  const { suggestions: words } = useWords()
  if (past.length === 0) return null
  return (
    <Stack gap={8}>
      {past.map((each) => (
        <Past key={each.id} suggestion={each} />
      ))}
      <Text size="sm" c="dimmed">
        {words.notProof}
      </Text>
    </Stack>
  )
}

function Past({ suggestion }: { suggestion: PastSuggestion }) {
  const { suggestions: words } = useWords()
  const { stamp } = useFormats()
  const { kind, people, state, decidedAt, returned, broughtVnd, scoredAt } = suggestion
  const isDone = state === 'accepted'
  return (
    <Card>
      <Group gap={8}>
        <Text fw={500}>{words.what[kind](formatNumber(people))}</Text>
        <Tag tone={isDone ? 'good' : 'quiet'}>{isDone ? words.states.accepted : words.states.ignored}</Tag>
      </Group>
      <Text size="sm" c="dimmed">
        {[
          decidedAt && stamp(decidedAt),
          isDone && people > 0 && words.brought(formatNumber(returned ?? 0), formatVnd(broughtVnd ?? 0)),
          isDone && people > 0 && !scoredAt && words.soFar,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Card>
  )
}

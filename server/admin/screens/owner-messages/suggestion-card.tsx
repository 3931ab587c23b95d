import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { Link, useNavigate } from 'react-router'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { isWritten } from '../../../../shared/owner-messages.ts'
import type { Suggestion } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { SuggestionSum } from './suggestion-sum.tsx'

type Props = { suggestion: Suggestion; isMeant: boolean }

/** What to do, what it should bring and how that came about, whom it means, and the two answers to it. */
export function SuggestionCard({ suggestion, isMeant }: Props) {
  const { suggestions: words } = useWords()
  const { kind, people, expectedVnd, names } = suggestion
  const say = kind === 'fill_hours' ? words.perWeek : words.expected
  return (
    <Card style={{ boxShadow: 'var(--soft-shadow)', outline: isMeant ? '2px solid var(--brand)' : undefined }}>
      <Group justify="space-between" gap={8} align="baseline">
        <Title order={2}>{words.what[kind](formatNumber(people))}</Title>
        <Text fw={600}>{say(formatVnd(expectedVnd))}</Text>
      </Group>
      <SuggestionSum suggestion={suggestion} />
      {names.length > 0 && (
        <Text size="sm" mt={8}>
          {names.map(({ customerId, name }, i) => (
            <span key={customerId}>
              {i > 0 && ', '}
              <Anchor component={Link} to={`?customer=${customerId}`} size="sm" py={12}>
                {name}
              </Anchor>
            </span>
          ))}
          {people > names.length && ` ${words.others(formatNumber(people - names.length))}`}
        </Text>
      )}
      <Answers suggestion={suggestion} />
    </Card>
  )
}

function Answers({ suggestion: { id, kind, people } }: { suggestion: Suggestion }) {
  const { suggestions: words } = useWords()
  const navigate = useNavigate()
  const accept = useAct(() => answerOf(api.suggestions[':id'].accept.$post({ param: { id } })), {
    said: () => words.accepted,
    done: () => kind === 'fill_hours' && navigate('/calendar'),
  })
  const ignore = useAct(() => answerOf(api.suggestions[':id'].ignore.$post({ param: { id } })), {
    said: () => words.ignored,
  })
  const yes = isWritten(kind)
    ? words.accept(formatNumber(people))
    : kind === 'fill_hours'
      ? words.toCalendar
      : words.atDesk
  return (
    <Group gap={8} mt={16}>
      <Button loading={accept.isPending} disabled={ignore.isPending} onClick={() => accept.mutate(undefined)}>
        {yes}
      </Button>
      <Button
        variant="default"
        loading={ignore.isPending}
        disabled={accept.isPending}
        onClick={() => ignore.mutate(undefined)}
      >
        {words.ignore}
      </Button>
    </Group>
  )
}

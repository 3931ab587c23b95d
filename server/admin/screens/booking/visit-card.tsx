import { Group, Stack, Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { Visit } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Person } from '../../parts/person.tsx'
import { Stars } from '../../parts/stars.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useWords } from '../../words/words.ts'
import { VisitActs } from './visit-acts.tsx'
import { isLate, minutesLate, toneOf } from './visits.ts'

type Props = { visit: Visit; framed?: boolean; onDone?: () => void; onAsking?: (asking: boolean) => void }

/** Who, what, with whom, for how much, and what can be done now. */
export function VisitCard({ visit, framed, ...acts }: Props) {
  const words = useWords()
  const { time } = useFormats()
  const now = useNow()
  const late = isLate(visit, now)
  const card = (
    <Stack gap={8}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600}>
          {time(visit.startsAt)}–{time(visit.endsAt)}
        </Text>
        <Tag tone={late ? 'bad' : toneOf[visit.status]}>
          {late ? words.today.lateBy(minutesLate(visit, now)) : words.today.status[visit.status]}
        </Tag>
      </Group>
      {visit.customer ? <Person customer={visit.customer} /> : <Text fw={500}>{words.today.noCustomer}</Text>}
      <Text size="sm">
        {visit.serviceName} · {words.today.with(visit.staffName)} · {formatVnd(visit.paidVnd ?? visit.priceVnd)}
      </Text>
      <Text size="xs" c="dimmed">
        {words.today.source[visit.source]}
      </Text>
      {visit.note && (
        <Text size="sm" p={8} bg="var(--quiet-ground)" style={{ borderRadius: 6, overflowWrap: 'anywhere' }}>
          {visit.note}
        </Text>
      )}
      {visit.rating !== null && (
        <Group gap={8}>
          <Stars rating={visit.rating} />
          <Text size="sm">{visit.words}</Text>
        </Group>
      )}
      <VisitActs visit={visit} {...acts} />
    </Stack>
  )
  return framed ? <Card>{card}</Card> : card
}

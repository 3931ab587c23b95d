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
import { DepositLine } from './deposit-line.tsx'
import { PrivateNote } from './private-note.tsx'
import { VisitActs } from './visit-acts.tsx'
import { isLate, minutesLate, statusOf, toneOf, waitsForDeposit } from './visits.ts'

type Props = {
  visit: Visit
  framed?: boolean
  /** Where the page is not about one day. */
  withDay?: boolean
  onDone?: () => void
  onAsking?: (asking: boolean) => void
}

/** Who, what, with whom, for how much, and what can be done now. */
export function VisitCard({ visit, framed, withDay, ...acts }: Props) {
  const words = useWords()
  const { time, stamp } = useFormats()
  const now = useNow()
  const late = isLate(visit, now)
  const card = (
    <Stack gap={8}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600}>{withDay ? stamp(visit.startsAt) : `${time(visit.startsAt)}–${time(visit.endsAt)}`}</Text>
        <Tag tone={late ? 'bad' : toneOf[visit.status]}>
          {late ? words.today.lateBy(minutesLate(visit, now)) : statusOf(visit, words)}
        </Tag>
      </Group>
      {visit.status === 'requested' && visit.expiresAt && !waitsForDeposit(visit) && (
        <TimeLeft until={visit.expiresAt} now={now} />
      )}
      {visit.customer ? <Person customer={visit.customer} /> : <Text fw={500}>{words.today.noCustomer}</Text>}
      <What visit={visit} />
      <DepositLine visit={visit} now={now} />
      <Marks visit={visit} />
      {visit.note && <Said>{visit.note}</Said>}
      {visit.answers.map(({ questionId, question, answer }) => (
        <Said key={questionId}>
          <Text span size="xs" c="dimmed" display="block">
            {question}
          </Text>
          {answer}
        </Said>
      ))}
      {visit.rating !== null && (
        <Group gap={8}>
          <Stars rating={visit.rating} />
          <Text size="sm">{visit.words}</Text>
        </Group>
      )}
      <PrivateNote visit={visit} />
      <VisitActs visit={visit} {...acts} />
    </Stack>
  )
  return framed ? <Card>{card}</Card> : card
}

/** One line, or one for each service of several. */
function What({ visit }: { visit: Visit }) {
  const words = useWords()
  const { time } = useFormats()
  const price = formatVnd(visit.paidVnd ?? visit.priceVnd)
  if (visit.parts.length < 2)
    return (
      <Text size="sm">
        {visit.serviceName} · {words.today.with(visit.staffName)} · {price}
      </Text>
    )
  return (
    <div>
      {visit.parts.map((part) => (
        <Text key={part.startsAt} size="sm">
          {time(part.startsAt)} {part.name} · {words.today.with(part.staffName)}
        </Text>
      ))}
      <Text size="sm" fw={500}>
        {price}
      </Text>
    </div>
  )
}

function Marks({ visit }: { visit: Visit }) {
  const words = useWords()
  return (
    <Group gap={6}>
      <Text size="xs" c="dimmed">
        {words.today.source[visit.source]}
      </Text>
      {visit.people > 1 && <Tag>{words.notes.people(visit.people)}</Tag>}
      {visit.seriesId && <Tag>{words.series.mark}</Tag>}
      {visit.keptAt && <Tag tone="good">{words.notes.kept}</Tag>}
      {visit.overrideReason && <Tag tone="warn">{`${words.notes.override}: ${visit.overrideReason}`}</Tag>}
    </Group>
  )
}

function TimeLeft({ until, now }: { until: string; now: number }) {
  const words = useWords()
  const minutes = Math.floor((Date.parse(until) - now) / 60_000)
  return (
    <Text size="sm" fw={500} c={minutes < 60 ? 'var(--bad)' : 'var(--warn)'}>
      {minutes < 1 ? words.requests.over : words.requests.left(words.span(minutes))}
    </Text>
  )
}

const Said = ({ children }: { children: React.ReactNode }) => (
  <Text size="sm" p={8} bg="var(--quiet-ground)" style={{ borderRadius: 6, overflowWrap: 'anywhere' }}>
    {children}
  </Text>
)

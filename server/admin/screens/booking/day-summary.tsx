import { SimpleGrid, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { Today, Visit } from '../../answers.ts'
import { useCustomerBeside } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWords } from '../../words/words.ts'
import css from './today.module.css'
import { isLate, minutesLate, minutesUntil } from './visits.ts'

/** Three answers before anything else: who is next, who is late, how the day goes. */
export function DaySummary({ answer }: { answer: Today }) {
  const words = useWords()
  const { today } = useFormats()
  const now = useNow()
  const live = answer.day === today
  const late = live ? answer.bookings.filter((visit) => isLate(visit, now)) : []
  const next = answer.bookings.find((visit) => visit.status === 'booked' && !late.includes(visit))
  const done = answer.bookings.filter((visit) => visit.status === 'completed')
  const meant = answer.bookings.filter((visit) => visit.status !== 'cancelled')
  const paid = done.reduce((sum, visit) => sum + (visit.paidVnd ?? 0), 0)
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }} spacing={12}>
      <Answer label={words.today.next} wide>
        {next ? (
          <Who visit={next} after={live ? words.today.inMinutes(minutesUntil(next, now)) : undefined} />
        ) : (
          words.today.nobodyNext
        )}
      </Answer>
      <Answer label={words.today.late} color={late.length > 0 ? 'var(--bad)' : undefined}>
        {late.length > 0
          ? late.map((visit) => (
              <Who key={visit.id} visit={visit} after={words.today.lateBy(minutesLate(visit, now))} />
            ))
          : words.today.nobodyLate}
      </Answer>
      <Answer label={words.today.sum}>
        <Text span fw={600} fz={16}>
          {formatVnd(paid)}
        </Text>
        <Text size="sm" c="dimmed">
          {words.today.done(done.length, meant.length)}
        </Text>
      </Answer>
    </SimpleGrid>
  )
}

type AnswerProps = { label: string; color?: string; wide?: boolean; children: ReactNode }

const Answer = ({ label, color, wide, children }: AnswerProps) => (
  <Card p={12} className={wide ? css.wide : undefined}>
    <Text size="xs" fw={500} c={color ?? 'dimmed'} mb={2}>
      {label}
    </Text>
    <Text component="div" size="sm">
      {children}
    </Text>
  </Card>
)

function Who({ visit, after }: { visit: Visit; after?: string }) {
  const words = useWords()
  const { time } = useFormats()
  const { open } = useCustomerBeside()
  const { customer } = visit
  const line = (
    <>
      <Text span fw={600} fz={16}>
        {time(visit.startsAt)} {customer?.name ?? words.today.noCustomer}
      </Text>
      <Text size="sm" c="dimmed">
        {[visit.serviceName, words.today.with(visit.staffName), after].filter(Boolean).join(' · ')}
      </Text>
    </>
  )
  if (!customer) return <div>{line}</div>
  return (
    <UnstyledButton display="block" onClick={() => open(customer.id)}>
      {line}
    </UnstyledButton>
  )
}

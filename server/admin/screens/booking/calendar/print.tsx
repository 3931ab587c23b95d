import { Button, Checkbox, Group, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { displayPhone } from '../../../../../shared/phone.ts'
import type { CalendarDays } from '../../../answers.ts'
import { answerOf, api } from '../../../api.ts'
import { useAddress } from '../../../parts/address.ts'
import { useFormats } from '../../../parts/formats.ts'
import { Loaded } from '../../../parts/loaded.tsx'
import { Page } from '../../../parts/page.tsx'
import { useWords } from '../../../words/words.ts'
import { TodaySkeleton } from '../today-skeleton.tsx'
import { happens, nameOf } from '../visits.ts'
import css from './print.module.css'

/** One sheet for the wall: by person, who comes when and for what. Phones are left off unless somebody wants them. */
export function PrintDay() {
  const words = useWords()
  const { get } = useAddress()
  const { today, fullDay } = useFormats()
  const day = get('day') || today
  const [phones, setPhones] = useState(false)
  const load = useQuery({
    queryKey: ['calendar', day, 'day'],
    queryFn: () => answerOf(api.calendar.$get({ query: { from: day, days: '1' } })),
  })
  return (
    <Page
      title={words.print.title(fullDay(day))}
      actions={
        <Group gap={16} className={css.screenOnly}>
          <Checkbox
            label={words.print.phones}
            checked={phones}
            onChange={(event) => setPhones(event.currentTarget.checked)}
          />
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {words.print.print}
          </Button>
        </Group>
      }
    >
      <Loaded of={load} skeleton={<TodaySkeleton />}>
        {(answer) => (
          <div className={css.sheet}>
            {answer.days[0]?.closed && <Text mb={12}>{words.today.closedDay(answer.days[0].closed)}</Text>}
            {answer.staff.map((person) => (
              <OfPerson key={person.id} person={person} answer={answer} phones={phones} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

type OfPersonProps = { person: CalendarDays['staff'][number]; answer: CalendarDays; phones: boolean }

function OfPerson({ person, answer, phones }: OfPersonProps) {
  const words = useWords()
  const { time } = useFormats()
  const { columns } = words.print
  const rows = answer.visits
    .filter(happens)
    .flatMap((visit) => visit.parts.map((part) => ({ visit, part })))
    .filter(({ part }) => part.staffId === person.id)
    .sort((a, b) => a.part.startsAt.localeCompare(b.part.startsAt))
  const hours = answer.days[0]!.staff.find(({ id }) => id === person.id)?.intervals ?? []
  if (!rows.length && !hours.length) return null
  return (
    <section className={css.person}>
      <Title order={2}>
        {person.name}{' '}
        <Text span size="sm" c="dimmed">
          {hours.map(({ startsAt, endsAt }) => `${time(startsAt)}–${time(endsAt)}`).join(', ')}
        </Text>
      </Title>
      {rows.length === 0 ? (
        <Text size="sm">{words.print.nobody}</Text>
      ) : (
        <table className={css.list}>
          <thead>
            <tr>
              <th>{columns.time}</th>
              <th>{columns.customer}</th>
              <th>{columns.service}</th>
              <th>{columns.notes}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ visit, part }) => (
              <tr key={`${visit.id} ${part.startsAt}`}>
                <td>
                  {time(part.startsAt)}–{time(part.endsAt)}
                </td>
                <td>
                  {nameOf(visit, words)}
                  {visit.people > 1 && ` (${words.notes.people(visit.people)})`}
                  {phones && visit.customer?.phone && <div>{displayPhone(visit.customer.phone)}</div>}
                </td>
                <td>{part.name}</td>
                <td>
                  {[visit.note, ...visit.answers.map(({ answer }) => answer), visit.privateNote]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

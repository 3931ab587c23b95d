import { Button, Text } from '@mantine/core'
import { IconHourglassEmpty } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import type { WaitlistEntry } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { clockOfMinute, useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Person } from '../../parts/person.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

const toneOf: Record<WaitlistEntry['state'], Tone> = {
  waiting: 'warn',
  offered: 'brand',
  booked: 'good',
  left: 'quiet',
  passed: 'quiet',
  lapsed: 'quiet',
}

/** Who takes a time as soon as one is freed, and what that saved. */
export function WaitlistScreen() {
  const words = useWords()
  const load = useQuery({
    queryKey: ['waitlist'],
    queryFn: () => answerOf(api.waitlist.$get()),
    refetchInterval: 15_000,
  })
  return (
    <Page title={words.waitlist.title}>
      <Loaded of={load} skeleton={<List columns={useColumns()} rows={undefined} />}>
        {({ entries, recovered }) => (
          <>
            <Card>
              <Text fw={600}>
                {recovered.releasedMinutes > 0
                  ? words.waitlist.recovered(
                      formatNumber(recovered.filledMinutes),
                      formatNumber(recovered.releasedMinutes),
                    )
                  : words.waitlist.nothingReleased}
              </Text>
            </Card>
            {entries.length === 0 ? (
              <Notice icon={IconHourglassEmpty} text={words.waitlist.empty} />
            ) : (
              <Entries entries={entries} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

const Entries = ({ entries }: { entries: WaitlistEntry[] }) => <List columns={useColumns()} rows={entries} />

function useColumns(): Column<WaitlistEntry>[] {
  const words = useWords()
  const { day, stamp } = useFormats()
  const { customer, wants, when, between, state, offeredUntil } = words.waitlist
  return [
    {
      key: 'customer',
      title: customer,
      own: true,
      cell: (entry) => <Person customer={entry.customer} />,
    },
    { key: 'wants', title: wants, cell: (entry) => entry.serviceName },
    {
      key: 'when',
      title: when,
      cell: (entry) => (
        <>
          {day(entry.day)}, {between(clockOfMinute(entry.fromMinute), clockOfMinute(entry.toMinute))}
        </>
      ),
    },
    {
      key: 'state',
      title: words.fields.state,
      cell: (entry) => (
        <>
          <Tag tone={toneOf[entry.state]}>{state[entry.state]}</Tag>{' '}
          {entry.state === 'offered' && entry.offeredStartsAt && (
            <Text span size="sm" c="dimmed">
              {stamp(entry.offeredStartsAt)}
              {entry.offerEndsAt && `, ${offeredUntil(stamp(entry.offerEndsAt))}`}
            </Text>
          )}
        </>
      ),
    },
    { key: 'remove', title: '', own: true, cell: (entry) => <Remove entry={entry} /> },
  ]
}

function Remove({ entry }: { entry: WaitlistEntry }) {
  const words = useWords()
  const remove = useAct(() => answerOf(api.waitlist[':id'].$delete({ param: { id: entry.id } })), {
    said: () => words.waitlist.removed(entry.customer.name),
  })
  if (entry.state !== 'waiting' && entry.state !== 'offered') return null
  return (
    <Button variant="subtle" color="var(--bad)" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
      {words.waitlist.remove}
    </Button>
  )
}

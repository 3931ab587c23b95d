import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconConfetti } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useFormats } from '../../parts/formats.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { DecideHoliday } from './decide-holiday.tsx'
import { HitVisits } from './hit-visits.tsx'
import { type HolidayGroup, holidayGroups, toAsk } from './holiday-groups.ts'
import { useDaySpan } from './use-day-span.ts'

/** Asks what to do with the holidays of the next 30 days; nothing for who may not decide, or where all is decided. */
export function HolidayNotice() {
  const { today } = useFormats()
  const may = useMay()('manager')
  const load = useQuery({
    queryKey: ['holidays'],
    queryFn: () => answerOf(api.holidays.$get()),
    enabled: may,
  })
  const [asked, setAsked] = useState<HolidayGroup>()
  const [hit, setHit] = useState<Visit[]>([])
  const groups = holidayGroups(toAsk(load.data ?? [], today))
  if (!may || (groups.length === 0 && hit.length === 0)) return null
  return (
    <Stack gap={16}>
      <HitVisits hit={hit} onChange={setHit} />
      {groups.map((group) => (
        <Question key={group[0].day} group={group} onDecide={() => setAsked(group)} />
      ))}
      <DecideHoliday group={asked} onClose={() => setAsked(undefined)} onHit={setHit} />
    </Stack>
  )
}

function Question({ group, onDecide }: { group: HolidayGroup; onDecide: () => void }) {
  const words = useWords().holidays
  const spanOf = useDaySpan()
  const [{ name, day, closedUntilAsked }] = group
  return (
    <Alert color="yellow" icon={<IconConfetti size={20} aria-hidden />}>
      <Group justify="space-between" gap={12}>
        <div style={{ flex: '1 1 260px' }}>
          <Text size="sm" fw={500}>
            {words.ask(name, spanOf(day, group.at(-1)!.day))}
          </Text>
          <Text size="sm">{closedUntilAsked ? words.untilThenClosed : words.untilThenOpen}</Text>
        </div>
        <Button onClick={onDecide} aria-label={words.decideOn(name)}>
          {words.decide}
        </Button>
      </Group>
    </Alert>
  )
}

import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Hours, Visit } from '../../answers.ts'
import { useFormats } from '../../parts/formats.ts'
import { Notice } from '../../parts/notice.tsx'
import { useWords } from '../../words/words.ts'
import { AddDifferingDay } from './add-differing-day.tsx'
import { DecideHoliday } from './decide-holiday.tsx'
import { BlockedLine, DayOffLine, HolidayLine, SpecialDayLine } from './differing-lines.tsx'
import { type HolidayGroup, holidayGroups } from './holiday-groups.ts'

type Props = { hours: Hours; onHit: (visits: Visit[]) => void }

/** Everything that differs from the week, of whatever kind, by date. */
export function DifferingDays({ hours, onHit }: Props) {
  const words = useWords()
  const { dayAt } = useFormats()
  const [adding, { open, close }] = useDisclosure(false)
  const [deciding, setDeciding] = useState<HolidayGroup>()
  const lines = [
    ...hours.daysOff.map((off) => ({ day: off.fromDay, line: <DayOffLine key={off.id} off={off} /> })),
    ...hours.specialDays.map((special) => ({
      day: special.day,
      line: <SpecialDayLine key={special.id} special={special} onHit={onHit} />,
    })),
    ...hours.blockedTimes.map((block) => ({
      day: dayAt(block.startsAt),
      line: <BlockedLine key={block.id} block={block} />,
    })),
    ...holidayGroups(hours.holidays).map((group) => ({
      day: group[0].day,
      line: <HolidayLine key={group[0].day} group={group} onDecide={() => setDeciding(group)} />,
    })),
  ].sort((a, b) => a.day.localeCompare(b.day))
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {words.hours.add}
    </Button>
  )
  return (
    <Stack gap={12}>
      {lines.length === 0 ? (
        <Notice icon={IconCalendarEvent} text={words.hours.noDays}>
          {add}
        </Notice>
      ) : (
        <>
          <Group justify="space-between" gap={12}>
            <Text size="sm" c="dimmed" flex="1 1 240px">
              {words.hours.daysHint}
            </Text>
            {add}
          </Group>
          <div>{lines.map(({ line }) => line)}</div>
        </>
      )}
      <AddDifferingDay opened={adding} onClose={close} onHit={onHit} />
      <DecideHoliday group={deciding} onClose={() => setDeciding(undefined)} onHit={onHit} />
    </Stack>
  )
}

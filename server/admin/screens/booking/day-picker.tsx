import { ActionIcon, Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { addDays } from '../../../../shared/time.ts'
import { useAddress } from '../../parts/address.ts'
import { DayInput } from '../../parts/day-input.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'

export function DayPicker({ day, step = 1 }: { day: string; step?: 1 | 7 }) {
  const words = useWords()
  const { today } = useFormats()
  const { set } = useAddress()
  const show = (chosen: string) => set({ day: chosen === today ? undefined : chosen })
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        aria-label={step === 1 ? words.days.previous : words.calendar.previousWeek}
        onClick={() => show(addDays(day, -step))}
      >
        <IconChevronLeft size={20} />
      </ActionIcon>
      <DayInput aria-label={words.day} value={day} onChange={show} />
      <ActionIcon
        aria-label={step === 1 ? words.days.next : words.calendar.nextWeek}
        onClick={() => show(addDays(day, step))}
      >
        <IconChevronRight size={20} />
      </ActionIcon>
      {day !== today && (
        <Button variant="default" px={8} style={{ flex: 'none' }} onClick={() => show(today)}>
          {words.days.today}
        </Button>
      )}
    </Group>
  )
}

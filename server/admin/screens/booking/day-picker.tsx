import { ActionIcon, Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { addDays } from '../../../../shared/time.ts'
import { useAddress } from '../../parts/address.ts'
import { DayInput } from '../../parts/day-input.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'

export function DayPicker({ day }: { day: string }) {
  const words = useWords()
  const { today } = useFormats()
  const { set } = useAddress()
  const show = (chosen: string) => set({ day: chosen === today ? undefined : chosen })
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon aria-label={words.days.previous} onClick={() => show(addDays(day, -1))}>
        <IconChevronLeft size={20} />
      </ActionIcon>
      <DayInput aria-label={words.day} value={day} onChange={show} />
      <ActionIcon aria-label={words.days.next} onClick={() => show(addDays(day, 1))}>
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

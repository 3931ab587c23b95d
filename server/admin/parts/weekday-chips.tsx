import { Chip, Group, Input } from '@mantine/core'
import { useWords } from '../words/words.ts'

type Props = { label: string; description: string; value: number[]; onChange: (weekdays: number[]) => void }

/** Some days of the week, 1 for Monday; none stands for all. */
export function WeekdayChips({ label, description, value, onChange }: Props) {
  const words = useWords()
  return (
    <Input.Wrapper label={label} description={description} role="group" aria-label={label} labelElement="div">
      <Group gap={6} mt={6}>
        {words.weekdays.map((weekday, i) => (
          <Chip
            key={weekday}
            variant="outline"
            checked={value.includes(i + 1)}
            onChange={(on) => onChange(on ? [...value, i + 1].sort() : value.filter((each) => each !== i + 1))}
          >
            {weekday}
          </Chip>
        ))}
      </Group>
    </Input.Wrapper>
  )
}

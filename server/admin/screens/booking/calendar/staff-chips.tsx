import { Chip, Group, ScrollArea } from '@mantine/core'
import { useWords } from '../../../words/words.ts'

type Props = {
  staff: { id: string; name: string }[]
  value: string
  /** Also everybody together. */
  whole: boolean
  onChange: (id: string) => void
}

/** Whose calendar is shown: one line that scrolls sideways. */
export function StaffChips({ staff, value, whole, onChange }: Props) {
  const words = useWords()
  const choices = [...staff, ...(whole ? [{ id: 'all', name: words.calendar.whole }] : [])]
  return (
    <ScrollArea type="never">
      <Group gap={8} wrap="nowrap" role="radiogroup" aria-label={words.calendar.who} py={2} px={2}>
        {choices.map(({ id, name }) => (
          <Chip key={id} type="radio" variant="outline" checked={id === value} onChange={() => onChange(id)}>
            {name}
          </Chip>
        ))}
      </Group>
    </ScrollArea>
  )
}

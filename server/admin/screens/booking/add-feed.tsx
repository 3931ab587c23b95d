import { Button, Group, Select, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { CalendarFeed } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useWords } from '../../words/words.ts'
import { useStaffMembers } from '../catalog/use-staff-members.ts'

const wholeShop = 'shop'

/** Makes an address for the calendar of somebody who has none yet. */
export function AddFeed({ given }: { given: CalendarFeed[] }) {
  const words = useWords().calendarFeeds
  const people = useStaffMembers().data ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const id = useRef(newId()) // kept across retries: asking twice is one address
  const add = useAct(
    (subjectId: string | null) =>
      answerOf(
        api['calendar-feeds'].$post({ json: { id: id.current, kind: subjectId ? 'staff' : 'shop', subjectId } }),
      ),
    {
      said: () => words.added,
      done: () => {
        id.current = newId()
      },
    },
  )
  const all = [
    { value: wholeShop, label: words.shop },
    ...people.filter(({ active }) => active).map((person) => ({ value: person.id, label: person.name })),
  ]
  const free = all.filter(({ value }) => !given.some(({ subjectId }) => (subjectId ?? wholeShop) === value))
  const whose = free.find(({ value }) => value === chosen)?.value ?? free[0]?.value
  if (!whose) return <Text size="sm">{words.all}</Text>
  return (
    <Group gap={8} align="flex-end">
      <Select
        label={words.who}
        data={free}
        value={whose}
        onChange={setChosen}
        allowDeselect={false}
        style={{ flex: 1 }}
        miw={200}
      />
      <Button loading={add.isPending} onClick={() => add.mutate(whose === wholeShop ? null : whose)}>
        {words.add}
      </Button>
    </Group>
  )
}

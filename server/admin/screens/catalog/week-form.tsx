import { Button, Group, Stack, Switch, Text } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { Interval, Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { intervalsOf, stretch, type Week, weekOf } from './week.ts'
import { WeekdayRow } from './weekday-row.tsx'

type Props = { staffId: string | null; kept: Interval[]; shop: Interval[]; onHit: (visits: Visit[]) => void }

/** Seven days, each with as many stretches as it takes; a person without a week of their own works as the shop does. */
export function WeekForm({ staffId, kept, shop, onHit }: Props) {
  const words = useWords()
  const [week, setWeek] = useState(() => weekOf(kept))
  const [own, setOwn] = useState(staffId === null || kept.length > 0)
  const intervals = own ? intervalsOf(week) : []
  const changed = JSON.stringify(intervals) !== JSON.stringify(intervalsOf(weekOf(kept)))
  const save = useAct(() => answerOf(api.hours.$put({ json: { staffId, intervals } })), {
    said: () => words.hours.saved,
    done: ({ hit }) => onHit(hit),
  })

  const setDay = (i: number, stretches: Week[number]) => setWeek(week.with(i, stretches))
  const copyMonday = () => setWeek(week.map(() => week[0]!.map(({ from, to }) => stretch(from, to))))
  const problem = save.error?.field ? save.error.message : undefined
  return (
    <Form onSubmit={() => save.mutate(undefined)} busy={save.isPending} blocked={!changed}>
      {staffId !== null && (
        <Switch
          label={own ? words.hours.own : words.hours.asShop}
          checked={own}
          onChange={(event) => {
            setOwn(event.currentTarget.checked)
            if (event.currentTarget.checked && kept.length === 0) setWeek(weekOf(shop))
          }}
        />
      )}
      {own && (
        <Stack gap={0}>
          {week.map((stretches, i) => (
            <WeekdayRow
              key={words.weekdays[i]}
              name={words.weekdays[i]!}
              stretches={stretches}
              onChange={(next) => setDay(i, next)}
            />
          ))}
        </Stack>
      )}
      {problem && (
        <Text size="sm" c="var(--bad)" role="alert">
          {problem}
        </Text>
      )}
      <Group justify="space-between">
        {own ? (
          <Button variant="subtle" leftSection={<IconCopy size={18} aria-hidden />} onClick={copyMonday}>
            {words.hours.copy}
          </Button>
        ) : (
          <span />
        )}
        {changed && (
          <Text size="sm" c="var(--warn)">
            {words.hours.unsaved}
          </Text>
        )}
      </Group>
    </Form>
  )
}

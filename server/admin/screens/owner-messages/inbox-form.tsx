import { NativeSelect, Stack, Switch, Text, Title } from '@mantine/core'
import type { OwnerInboxChange } from '../../../../shared/owner-messages.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { clockOfMinute } from '../../parts/formats.ts'
import { TimeInput } from '../../parts/time-input.tsx'
import { useWords } from '../../words/words.ts'

const alerts = ['lowRating', 'noShows', 'quota', 'connection', 'newOrders'] as const
const minuteOfClock = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** What is told, when, and what is not. */
export function InboxForm({ wishes }: { wishes: OwnerInboxChange }) {
  const { ownerInbox: words, weekdays } = useWords()
  const save = useAct((json: OwnerInboxChange) => answerOf(api['owner-inbox'].$put({ json })), {
    said: () => words.saved,
  })
  const draft = useDraft<OwnerInboxChange>(wishes, save.error)
  const { values, set, check } = draft
  return (
    <Card>
      <Form onSubmit={() => save.mutate(values)} busy={save.isPending}>
        <Title order={2}>{words.digest}</Title>
        <Switch label={words.daily} {...check('daily')} />
        <Switch label={words.weekly} {...check('weekly')} />
        {values.weekly && (
          <NativeSelect
            label={words.weekday}
            value={String(values.weekday)}
            data={weekdays.map((label, i) => ({ value: String(i + 1), label }))}
            onChange={(event) => set('weekday', Number(event.currentTarget.value))}
          />
        )}
        <TimeInput
          label={words.at}
          value={clockOfMinute(values.atMinute)}
          error={draft.errorOf('atMinute')}
          onChange={(clock) => set('atMinute', minuteOfClock(clock))}
        />
        <Title order={2}>{words.alerts}</Title>
        <Stack gap={16}>
          {alerts.map((name) => (
            <Switch key={name} label={words[name]} {...check(name)} />
          ))}
        </Stack>
        <Text size="sm" c="dimmed">
          {words.limits}
        </Text>
      </Form>
    </Card>
  )
}

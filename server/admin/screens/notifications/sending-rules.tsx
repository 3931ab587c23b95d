import { Alert, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { MessagingChange } from '../../../../shared/messaging.ts'
import type { Messaging } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput, MoneyInput } from '../../parts/amounts.tsx'
import { Card } from '../../parts/card.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { clockOfMinute } from '../../parts/formats.ts'
import { TimeInput } from '../../parts/time-input.tsx'
import { useWords } from '../../words/words.ts'

const counts = ['perWeek', 'perMonth', 'oaMessageVnd'] as const
type Count = (typeof counts)[number]
type Values = Omit<Messaging, Count | 'dailyBudgetVnd'> & Record<Count | 'dailyBudgetVnd', number | ''>
type Hour = 'careFromMinute' | 'careToMinute' | 'marketingFromMinute' | 'marketingToMinute'

/** Quiet hours, how often, how dear, and which way. */
export function SendingRules({ messaging }: { messaging: Messaging }) {
  const words = useWords().rules
  const save = useAct((json: MessagingChange) => answerOf(api.messaging.$put({ json })), { said: () => words.saved })
  const draft = useDraft<Values>({ ...messaging, dailyBudgetVnd: messaging.dailyBudgetVnd ?? '' }, save.error)
  const { values } = draft
  const submit = () => {
    const { perWeek, perMonth, oaMessageVnd, dailyBudgetVnd } = values
    const given = { perWeek: perWeek || 0, perMonth: perMonth || 0, oaMessageVnd: oaMessageVnd || 0 }
    save.mutate({ ...values, ...given, dailyBudgetVnd: dailyBudgetVnd === '' ? null : dailyBudgetVnd })
  }
  const hour = (field: Hour, label: string) => (
    <TimeInput
      label={label}
      value={clockOfMinute(values[field])}
      error={draft.errorOf(field)}
      onChange={(clock) => draft.set(field, minuteOfClock(clock) || (field === 'careToMinute' ? 1440 : 0))}
    />
  )
  return (
    <Card mt={16}>
      <Title order={2} mb={12}>
        {words.title}
      </Title>
      <Form onSubmit={submit} busy={save.isPending}>
        <Part title={words.care}>
          {hour('careFromMinute', words.from)}
          {hour('careToMinute', words.to)}
        </Part>
        <Part title={words.marketing} hint={words.marketingLaw}>
          {hour('marketingFromMinute', words.from)}
          {hour('marketingToMinute', words.to)}
          <CountInput label={words.perWeek} max={1} suffix={words.messages} {...draft.number('perWeek')} />
          <CountInput label={words.perMonth} max={4} suffix={words.messages} {...draft.number('perMonth')} />
          <MoneyInput label={words.budget} description={words.budgetHint} {...draft.number('dailyBudgetVnd')} />
        </Part>
        <Part title={words.sendBy}>
          <MoneyInput label={words.oaPrice} {...draft.number('oaMessageVnd')} />
        </Part>
        <Switch label={words.preferUid} {...draft.check('preferUid')} />
        <Switch label={words.hashPhones} {...draft.check('hashPhones')} />
        <Switch label={words.zaloNight} {...draft.check('zaloNight')} />
        <Switch label={words.development} {...draft.check('development')} />
        {values.development && (
          <Alert icon={<IconFlask size={20} aria-hidden />} color="yellow" c="var(--warn)" role="status">
            {words.developmentWarning}
          </Alert>
        )}
      </Form>
    </Card>
  )
}

function minuteOfClock(clock: string) {
  const [hour, minute] = clock.split(':').map(Number)
  return hour! * 60 + minute!
}

const Part = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <Stack gap={8}>
    <Title order={3}>{title}</Title>
    {hint && (
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    )}
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing={16} style={{ alignItems: 'end' }}>
      {children}
    </SimpleGrid>
  </Stack>
)

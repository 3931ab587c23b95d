import { Button, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMessageQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import type { Case } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useAddress, useCustomerBeside } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Person } from '../../parts/person.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { isMove, signed } from '../loyalty/signed.ts'

export const useCases = (state: Case['state']) =>
  useQuery({ queryKey: ['cases', state], queryFn: () => answerOf(api.cases.$get({ query: { state } })) })

/** What customers doubt about their points, the longest waiting first (B-10). */
export function Cases() {
  const { cases } = useWords()
  const { get, set } = useAddress()
  const state = get('answered') ? 'answered' : 'open'
  const load = useCases(state)
  return (
    <Stack gap={16}>
      <Chips
        label=""
        value={state}
        onChange={(chosen) => set({ answered: chosen === 'answered' ? '1' : undefined })}
        choices={[
          { value: 'open', label: cases.states.open },
          { value: 'answered', label: cases.states.answered },
        ]}
      />
      <Loaded of={load} skeleton={<Skeleton h={140} />}>
        {(asked) =>
          asked.length === 0 ? (
            <Notice icon={IconMessageQuestion} text={cases.empty[state]} />
          ) : (
            asked.map((one) => <CaseCard key={one.id} of={one} />)
          )
        }
      </Loaded>
    </Stack>
  )
}

function CaseCard({ of: asked }: { of: Case }) {
  const words = useWords()
  const { cases } = words
  const { stamp } = useFormats()
  const may = useMay()
  const beside = useCustomerBeside()
  const [answering, { open, close }] = useDisclosure(false)
  const { customer, entry, answer, answeredBy, answeredAt } = asked
  const points = isMove(entry) ? formatNumber(entry.points) : signed(entry.points)
  return (
    <Card style={asked.state === 'open' ? { borderLeft: '3px solid var(--mantine-color-brand-6)' } : undefined}>
      <Stack gap={8}>
        <Group justify="space-between" gap={8}>
          <Person customer={customer} />
          <Text size="xs" c="dimmed">
            {stamp(asked.at)}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {[`${words.loyalty.reason[entry.reason]} ${points}`, entry.about, stamp(entry.at)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{asked.words}</Text>
        {answer !== null && (
          <Stack gap={2} p={12} bg="var(--quiet-ground)" style={{ borderRadius: 8 }}>
            <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{answer}</Text>
            <Text size="xs" c="dimmed">
              {cases.by(answeredBy ?? '', answeredAt ? stamp(answeredAt) : '')}
            </Text>
          </Stack>
        )}
        {asked.state === 'open' && may('manager') && !answering && (
          <Group gap={8} justify="flex-end">
            <Button variant="default" onClick={() => beside.open(customer.id)}>
              {cases.correct}
            </Button>
            <Button onClick={open}>{cases.answer}</Button>
          </Group>
        )}
        {answering && asked.state === 'open' && <Answer of={asked} onClose={close} />}
      </Stack>
    </Card>
  )
}

function Answer({ of: { id, customer }, onClose }: { of: Case; onClose: () => void }) {
  const { cases } = useWords()
  const answer = useAct(
    (words: string) => answerOf(api.cases[':id'].answer.$post({ param: { id }, json: { words } })),
    {
      said: () => cases.answered,
      done: onClose,
    },
  )
  const draft = useDraft({ words: '' }, answer.error)
  return (
    <Form
      onSubmit={() => answer.mutate(draft.values.words)}
      busy={answer.isPending}
      blocked={!draft.values.words.trim()}
      submit={cases.answer}
      onCancel={onClose}
    >
      <Textarea
        label={cases.answerTo(customer.name)}
        description={cases.hint}
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
        {...draft.text('words')}
      />
    </Form>
  )
}

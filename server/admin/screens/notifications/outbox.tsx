import { Button, Stack, Text } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type MessageState, messageStates } from '../../../../shared/notifications.ts'
import type { Message } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Chips } from '../../parts/chips.tsx'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Person } from '../../parts/person.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { Delivery } from './delivery.tsx'
import { gistOf } from './gist.ts'
import { MessageActs } from './message-acts.tsx'
import { stateTones } from './states.ts'

export function Outbox() {
  const words = useWords()
  const { get, set, offset } = useAddress()
  const columns = useColumns()
  const state = messageStates.find((known) => known === get('state'))
  const query = { offset: String(offset), ...(state ? { state } : {}) }
  const load = useQuery({
    queryKey: ['messages', query],
    queryFn: () => answerOf(api.messages.$get({ query })),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
      {({ total, counts, messages }) => {
        const countOf = (known: MessageState) => counts[known] ?? 0
        const shown = messageStates.filter((known) => known === state || countOf(known) > 0)
        return (
          <Stack gap={12}>
            {shown.length > 0 && (
              <Chips
                label=""
                value={state ?? ''}
                onChange={(chosen) => set({ state: chosen, offset: undefined })}
                choices={[
                  { value: '', label: words.messages.all },
                  ...shown.map((known) => ({
                    value: known,
                    label: `${words.messages.state[known]} · ${countOf(known)}`,
                  })),
                ]}
              />
            )}
            {messages.length === 0 ? (
              <Notice icon={IconMessage} text={state ? words.messages.emptyState : words.messages.empty}>
                {state ? (
                  <Button onClick={() => set({ state: undefined })}>{words.feedback.showAll}</Button>
                ) : (
                  <Button component={Link} to="/">
                    {words.pages.today}
                  </Button>
                )}
              </Notice>
            ) : (
              <List columns={columns} rows={messages} />
            )}
            <Pager total={total} shown={messages.length} />
          </Stack>
        )
      }}
    </Loaded>
  )
}

function useColumns(): Column<Message>[] {
  const words = useWords()
  return [
    { key: 'customer', title: words.walkIn.customer, cell: ({ customer }) => <Person customer={customer} /> },
    {
      key: 'text',
      title: words.pages.messages,
      own: true,
      cell: (message) => (
        <div>
          <Text size="xs" c="dimmed">
            {words.messages.intent[message.intent]}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {gistOf(message, words)}
          </Text>
        </div>
      ),
    },
    { key: 'state', title: words.fields.state, own: true, cell: (message) => <State message={message} /> },
    { key: 'acts', title: '', own: true, cell: (message) => <MessageActs message={message} /> },
  ]
}

function State({ message }: { message: Message }) {
  const { state, problem, attempts, dueAt, sentAt, deliveredAt } = message
  const words = useWords()
  const { stamp } = useFormats()
  const when = deliveredAt
    ? words.messages.received(stamp(deliveredAt))
    : sentAt
      ? words.messages.sentAt(stamp(sentAt))
      : (state === 'waiting' ? words.messages.dueAt : words.messages.wasDue)(stamp(dueAt))
  return (
    <div>
      <Tag tone={stateTones[state]}>{words.messages.state[state]}</Tag>
      {problem && (
        <Text size="sm" mt={4}>
          {problem}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {[when, attempts > 1 && words.messages.attempts(attempts)].filter(Boolean).join(' · ')}
      </Text>
      <Delivery message={message} />
    </div>
  )
}

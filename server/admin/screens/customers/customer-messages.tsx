import { Stack, Text } from '@mantine/core'
import type { CustomerFile } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { Delivery } from '../notifications/delivery.tsx'
import { gistOf } from '../notifications/gist.ts'
import { Reply } from '../notifications/reply.tsx'
import { stateTones } from '../notifications/states.ts'

/** What went to the customer and what they typed to the shop's OA, newest first; an answer while Zalo allows one. */
export function CustomerMessages({ file }: { file: CustomerFile }) {
  const words = useWords()
  const { customer, oaWindow, wantsOffers } = file
  return (
    <Stack gap={12}>
      <div>
        <Tag tone={wantsOffers ? 'good' : 'quiet'}>
          {wantsOffers ? words.sending.wantsOffers : words.sending.wantsNoOffers}
        </Tag>
      </div>
      {oaWindow !== 'closed' && <Reply customer={customer} oaWindow={oaWindow} />}
      <div>
        <Lines {...file} />
      </div>
    </Stack>
  )
}

function Lines({ messages, oaMessages }: Pick<CustomerFile, 'messages' | 'oaMessages'>) {
  const words = useWords()
  const { stamp } = useFormats()
  const lines = [
    ...messages.map((message) => ({
      id: message.id,
      at: message.sentAt ?? message.dueAt,
      title: words.messages.intent[message.intent],
      tag: <Tag tone={stateTones[message.state]}>{words.messages.state[message.state]}</Tag>,
      text: gistOf(message, words),
      problem: message.problem,
      delivery: <Delivery message={message} />,
    })),
    ...oaMessages.map((message) => ({
      id: message.id,
      at: message.at,
      title: words.customers.wrote,
      tag: undefined,
      text: message.text,
      problem: undefined,
      delivery: undefined,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))
  if (lines.length === 0) return <Text size="sm">{words.customers.noMessages}</Text>
  return lines.map((line) => (
    <Entry key={line.id} title={line.title} value={line.tag} under={[stamp(line.at), line.problem]}>
      <Text size="sm">{line.text}</Text>
      {line.delivery}
    </Entry>
  ))
}

import { Text } from '@mantine/core'
import type { CustomerFile } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { gistOf } from '../notifications/gist.ts'
import { stateTones } from '../notifications/states.ts'

/** What went to the customer and what they typed to the shop's OA, newest first. */
export function CustomerMessages({ messages, oaMessages }: Pick<CustomerFile, 'messages' | 'oaMessages'>) {
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
    })),
    ...oaMessages.map((message) => ({
      id: message.id,
      at: message.at,
      title: words.customers.wrote,
      tag: undefined,
      text: message.text,
      problem: undefined,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))
  if (lines.length === 0) return <Text size="sm">{words.customers.noMessages}</Text>
  return lines.map((line) => (
    <Entry key={line.id} title={line.title} value={line.tag} under={[stamp(line.at), line.problem]}>
      <Text size="sm">{line.text}</Text>
    </Entry>
  ))
}

import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { OaMessage } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Person } from '../../parts/person.tsx'
import { useWords } from '../../words/words.ts'
import { Reply } from './reply.tsx'

/** What somebody wrote, with a place to answer if they are a customer. */
export function InboxMessage({ message: { text, customer, at } }: { message: OaMessage }) {
  const words = useWords()
  const { stamp } = useFormats()
  const [replying, { open, close }] = useDisclosure(false)
  return (
    <Card p={12}>
      <Text style={{ overflowWrap: 'anywhere' }}>{text}</Text>
      <Group justify="space-between" gap={12}>
        <div>
          {customer ? <Person customer={customer} /> : <Text size="sm">{words.messages.stranger}</Text>}
          <Text size="xs" c="dimmed">
            {stamp(at)}
          </Text>
        </div>
        {customer && !replying && (
          <Button variant="default" onClick={open}>
            {words.sending.reply}
          </Button>
        )}
      </Group>
      {customer && replying && <ReplyTo customer={customer} onSent={close} />}
    </Card>
  )
}

/** Whether the window is open is known of the customer, so it is asked for first. */
function ReplyTo({ customer, onSent }: { customer: { id: string; name: string }; onSent: () => void }) {
  const file = useQuery({
    queryKey: ['customer', customer.id],
    queryFn: () => answerOf(api.customers[':id'].$get({ param: { id: customer.id } })),
  })
  return (
    <div style={{ marginTop: 12 }}>
      <Loaded of={file} skeleton={<Skeleton h={120} />}>
        {({ oaWindow }) => <Reply customer={customer} oaWindow={oaWindow} onSent={onSent} />}
      </Loaded>
    </div>
  )
}

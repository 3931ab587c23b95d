import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Message } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'

/** What was given up on can be tried again or dropped; what still waits can be dropped. */
export function MessageActs({ message }: { message: Message }) {
  const words = useWords()
  const may = useMay()
  const [asking, { open, close }] = useDisclosure(false)
  const again = useAct(() => answerOf(api.messages[':id']['send-again'].$post({ param: { id: message.id } })), {
    said: () => words.messages.queued,
  })
  const isDead = message.state === 'dead'
  if (!may('manager') || !(isDead || message.state === 'waiting')) return null
  return (
    <Group gap={8} wrap="nowrap" justify="flex-end">
      {isDead && (
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate(undefined)}>
          {words.messages.sendAgain}
        </Button>
      )}
      <Button variant="subtle" color="var(--bad)" onClick={open}>
        {words.sending.drop}
      </Button>
      <Modal opened={asking} onClose={close} title={words.sending.dropTitle}>
        <Drop message={message} onClose={close} />
      </Modal>
    </Group>
  )
}

function Drop({ message, onClose }: { message: Message; onClose: () => void }) {
  const words = useWords()
  const drop = useAct(() => answerOf(api.messages[':id'].drop.$post({ param: { id: message.id } })), {
    said: () => words.sending.dropped,
    done: onClose,
  })
  return (
    <Form
      onSubmit={() => drop.mutate(undefined)}
      busy={drop.isPending}
      submit={words.sending.dropIt}
      onCancel={onClose}
    >
      <Text size="sm">{words.sending.dropWhy(words.messages.intent[message.intent], message.customer.name)}</Text>
    </Form>
  )
}

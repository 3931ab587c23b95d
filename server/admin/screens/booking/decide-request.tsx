import { Button, Modal, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { nameOf, waitsForDeposit } from './visits.ts'

type Props = { visit: Visit; declining: boolean; onDecline: () => void; onClose: () => void; onDone: () => void }

/** Yes in one touch; no is asked once more, and may say why. */
export function DecideRequest({ visit, declining, onDecline, onClose, onDone }: Props) {
  const words = useWords()
  const [reason, setReason] = useState('')
  const name = nameOf(visit, words)
  const param = { id: visit.id }
  const accept = useAct(() => answerOf(api.bookings[':id'].accept.$post({ param })), {
    said: () => words.requests.accepted(name),
    done: onDone,
  })
  const decline = useAct(() => answerOf(api.bookings[':id'].decline.$post({ param, json: { reason } })), {
    said: () => words.requests.declined(name),
    done: onDone,
  })
  return (
    <>
      {!waitsForDeposit(visit) && (
        <Button loading={accept.isPending} onClick={() => accept.mutate(undefined)}>
          {words.requests.accept}
        </Button>
      )}
      <Button variant="default" onClick={onDecline}>
        {words.requests.decline}
      </Button>
      <Modal opened={declining} onClose={onClose} title={words.requests.declineTitle}>
        <Form
          onSubmit={() => decline.mutate(undefined)}
          busy={decline.isPending}
          submit={words.requests.decline}
          onCancel={onClose}
        >
          <Text size="sm">{words.requests.declineWhy}</Text>
          <TextInput
            label={`${words.fields.reason} (${words.fields.optional})`}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Form>
      </Modal>
    </>
  )
}

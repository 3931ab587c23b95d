import { Modal, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeriesScope } from '../../../../shared/booking.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { ScopeField } from './scope-field.tsx'
import { nameOf } from './visits.ts'

type Props = { visit: Visit; asking: 'cancel' | 'no-show' | undefined; onClose: () => void; onDone: () => void }

/** Asks once more before a visit is called off or counted as missed. */
export function CancelVisit({ visit, asking, onClose, onDone }: Props) {
  const words = useWords()
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState<SeriesScope>('this')
  const name = nameOf(visit, words)
  const param = { id: visit.id }
  const cancel = useAct(() => answerOf(api.bookings[':id'].cancel.$post({ param, json: { reason, scope } })), {
    said: () => words.visit.cancelled(name),
    done: onDone,
  })
  const noShow = useAct(() => answerOf(api.bookings[':id']['no-show'].$post({ param })), {
    said: () => words.visit.noShown(name),
    done: onDone,
  })
  const cancelling = asking === 'cancel'
  return (
    <Modal
      opened={asking !== undefined}
      onClose={onClose}
      title={cancelling ? words.visit.cancelTitle : words.visit.noShowTitle}
    >
      <Form
        onSubmit={() => (cancelling ? cancel : noShow).mutate(undefined)}
        busy={cancel.isPending || noShow.isPending}
        submit={cancelling ? words.visit.cancel : words.visit.noShow}
        onCancel={onClose}
      >
        <Text size="sm">{cancelling ? words.visit.cancelWhy : words.visit.noShowWhy}</Text>
        {cancelling && visit.seriesId && <ScopeField value={scope} onChange={setScope} />}
        {cancelling && (
          <TextInput
            label={`${words.fields.reason} (${words.fields.optional})`}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Form>
    </Modal>
  )
}

import { Modal, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { adjustmentReasons } from '../../../../shared/loyalty.ts'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

type Props = { customer: CustomerFile['customer']; opened: boolean; onClose: () => void }
type ReasonCode = (typeof adjustmentReasons)[number]
type Wish = { points: number | ''; reasonCode: ReasonCode; note: string }

export function AdjustPoints({ customer, opened, onClose }: Props) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={`${words.loyalty.adjust}: ${customer.name}`}>
      <AdjustForm customer={customer} onClose={onClose} />
    </Modal>
  )
}

/** By hand, with a reason; a large number waits for a second person, and the toast says so. */
function AdjustForm({ customer, onClose }: Omit<Props, 'opened'>) {
  const words = useWords()
  const id = useRef(newId())
  const adjust = useAct(
    ({ points, ...why }: Wish) =>
      answerOf(
        api.customers[':id'].adjustments.$post({
          param: { id: customer.id },
          json: { id: id.current, points: points || 0, ...why },
        }),
      ),
    { said: ({ status }) => (status === 'waiting' ? words.loyalty.waits : words.loyalty.adjusted), done: onClose },
  )
  const draft = useDraft<Wish>({ points: '', reasonCode: 'goodwill', note: '' }, adjust.error)
  return (
    <Form
      onSubmit={() => adjust.mutate(draft.values)}
      busy={adjust.isPending}
      blocked={!draft.values.points || !draft.values.note.trim()}
    >
      <CountInput
        label={words.loyalty.adjustPoints}
        description={words.loyalty.adjustHint}
        data-autofocus
        allowNegative
        inputMode="text"
        min={-1_000_000}
        max={1_000_000}
        {...draft.number('points')}
      />
      <Chips
        label={words.fields.reason}
        value={draft.values.reasonCode}
        onChange={(code) => draft.set('reasonCode', code as ReasonCode)}
        choices={Object.entries(words.loyalty.code).map(([code, label]) => ({ value: code, label }))}
      />
      <Textarea label={words.loyalty.adjustNote} autosize minRows={2} maxLength={300} {...draft.text('note')} />
    </Form>
  )
}

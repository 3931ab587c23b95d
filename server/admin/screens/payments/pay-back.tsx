import { Text, TextInput } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { PaybackDone } from '../../../../shared/payments.ts'
import type { Payback } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

type Props = { payback: Payback; way: PaybackDone['way']; onClose: () => void }

/** Somebody says that the money has gone back; the customer gets to know. */
export function PayBack({ payback: { id, amountVnd, way: planned, state }, way, onClose }: Props) {
  const { payback: words } = useWords()
  const payBack = useAct(
    (note: string) => answerOf(api.paybacks[':id'].done.$post({ param: { id }, json: { way, note } })),
    { said: () => words.done(formatVnd(amountVnd)), done: onClose },
  )
  const draft = useDraft({ note: '' }, payBack.error)
  return (
    <Form
      onSubmit={() => payBack.mutate(draft.values.note.trim())}
      busy={payBack.isPending}
      submit={words.ways[way]}
      onCancel={onClose}
    >
      <Text size="sm">{words.told}</Text>
      {planned === 'checkout' && state !== 'failed' && <Text size="sm">{words.insteadOfZalo}</Text>}
      {state === 'failed' && <Text size="sm">{words.lookFirst}</Text>}
      <TextInput label={words.note} maxLength={200} data-autofocus {...draft.text('note')} />
    </Form>
  )
}

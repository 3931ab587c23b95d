import { Text, TextInput } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { HeldCheckout } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

/** Somebody has set it right in Zalo's console, and says how. */
export function SettleHeld({ event: { id, amountVnd }, onClose }: { event: HeldCheckout; onClose: () => void }) {
  const { differences: words } = useWords()
  const settle = useAct(
    (note: string) =>
      answerOf(api['held-checkouts'][':id'].settle.$post({ param: { id: String(id) }, json: { note } })),
    { said: () => words.settled(formatVnd(amountVnd ?? 0)), done: onClose },
  )
  const draft = useDraft({ note: '' }, settle.error)
  return (
    <Form
      onSubmit={() => settle.mutate(draft.values.note.trim())}
      busy={settle.isPending}
      blocked={!draft.values.note.trim()}
      submit={words.settle}
      onCancel={onClose}
    >
      <Text size="sm">{words.settleWhy}</Text>
      <TextInput label={words.settleNote} maxLength={200} data-autofocus {...draft.text('note')} />
    </Form>
  )
}

import { Text, TextInput } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { BankNotice } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

/** It is no money of a sale; why is kept. */
export function DismissNotice({ notice: { id, amountVnd }, onClose }: { notice: BankNotice; onClose: () => void }) {
  const { money: words } = useWords()
  const dismiss = useAct(
    (reason: string) => answerOf(api['bank-notices'][':id'].dismiss.$post({ param: { id }, json: { reason } })),
    { said: () => words.dismissed(formatVnd(amountVnd)), done: onClose },
  )
  const draft = useDraft({ reason: '' }, dismiss.error)
  return (
    <Form
      onSubmit={() => dismiss.mutate(draft.values.reason)}
      busy={dismiss.isPending}
      blocked={!draft.values.reason.trim()}
      submit={words.dismissIt}
      onCancel={onClose}
    >
      <Text size="sm">{words.dismissWhy}</Text>
      <TextInput label={words.reason} maxLength={200} data-autofocus {...draft.text('reason')} />
    </Form>
  )
}

import { Modal, Text, TextInput } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from './answers.ts'

type Props = { order: WholeOrder; opened: boolean; onClose: () => void }

export function CancelOrder({ order: { id, code, payments }, opened, onClose }: Props) {
  const { orders: words } = useWords()
  const cancel = useAct(
    (reason: string) => answerOf(api.orders[':id'].cancel.$post({ param: { id }, json: { reason } })),
    { said: () => words.cancelled(code), done: onClose },
  )
  const draft = useDraft({ reason: '' }, cancel.error)
  const receivedVnd = payments.reduce((sum, each) => sum + each.receivedVnd, 0)
  return (
    <Modal opened={opened} onClose={onClose} title={words.cancelTitle(code)}>
      <Form
        onSubmit={() => cancel.mutate(draft.values.reason.trim())}
        busy={cancel.isPending}
        submit={words.cancel}
        onCancel={onClose}
      >
        <Text size="sm">{words.cancelWhy}</Text>
        {receivedVnd > 0 && <Text size="sm">{words.cancelBack(formatVnd(receivedVnd))}</Text>}
        <TextInput label={words.reason} description={words.reasonHint} maxLength={200} {...draft.text('reason')} />
      </Form>
    </Modal>
  )
}

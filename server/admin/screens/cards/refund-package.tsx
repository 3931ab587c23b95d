import { Modal, Text, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { SoldPackage } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

type Props = { of: SoldPackage; opened: boolean; onClose: () => void }

/** The sessions that are left go back at what one cost; the server reckons for real. */
export function RefundPackage({ of: sold, opened, onClose }: Props) {
  const words = useWords()
  const { wallets } = words
  const id = useRef(newId())
  const refund = useAct(
    (json: { reason: string }) =>
      answerOf(api.packages[':id'].refund.$post({ param: { id: sold.id }, json: { id: id.current, ...json } })),
    { said: ({ amountVnd }) => wallets.refunded(formatVnd(amountVnd)), done: onClose },
  )
  const draft = useDraft({ reason: '' }, refund.error)
  const backVnd = formatVnd(Math.floor((sold.paidVnd * sold.left) / sold.sessions))
  return (
    <Modal opened={opened} onClose={onClose} title={wallets.refundTitle(sold.name)}>
      <Form
        onSubmit={() => refund.mutate(draft.values)}
        busy={refund.isPending}
        submit={words.refund.doIt(backVnd)}
        blocked={!draft.values.reason.trim()}
      >
        <Text size="sm">{wallets.refundWhy(formatNumber(sold.left), backVnd)}</Text>
        <TextInput label={words.fields.reason} maxLength={200} data-autofocus {...draft.text('reason')} />
      </Form>
    </Modal>
  )
}

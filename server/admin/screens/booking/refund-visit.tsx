import { Modal, Text, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'

type Props = { visit: Visit; opened: boolean; onClose: () => void; onDone: () => void }

export function RefundVisit({ opened, onClose, ...rest }: Props) {
  const { refund } = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={refund.title}>
      <RefundForm {...rest} />
    </Modal>
  )
}

/** What is left of what was paid, unless somebody types less; the server says what became of the points. */
function RefundForm({ visit, onDone }: Pick<Props, 'visit' | 'onDone'>) {
  const { refund: words } = useWords()
  const id = useRef(newId())
  const paidVnd = (visit.paidVnd ?? 0) - visit.refundedVnd
  const refund = useAct(
    (values: { amountVnd: number | ''; reason: string }) =>
      answerOf(
        api.bookings[':id'].refunds.$post({
          param: { id: visit.id },
          json: { id: id.current, amountVnd: values.amountVnd || 0, reason: values.reason },
        }),
      ),
    {
      said: ({ amountVnd, points, pointsBack }) =>
        [
          points < 0 ? words.doneWith(formatVnd(amountVnd), formatNumber(-points)) : words.done(formatVnd(amountVnd)),
          pointsBack > 0 && words.pointsBack(formatNumber(pointsBack)),
        ]
          .filter(Boolean)
          .join(' '),
      done: onDone,
    },
  )
  const draft = useDraft<{ amountVnd: number | ''; reason: string }>({ amountVnd: paidVnd, reason: '' }, refund.error)
  const { amountVnd, reason } = draft.values
  const tooMuch = (amountVnd || 0) > paidVnd ? words.cannot : undefined
  return (
    <Form
      onSubmit={() => refund.mutate(draft.values)}
      busy={refund.isPending}
      submit={words.doIt(formatVnd(amountVnd || 0))}
      blocked={!amountVnd || tooMuch !== undefined || !reason.trim()}
    >
      <MoneyInput
        label={words.amount}
        description={words.ofPaid(formatVnd(paidVnd))}
        step={10_000}
        {...draft.number('amountVnd')}
        error={draft.errorOf('amountVnd') ?? tooMuch}
      />
      <TextInput label={words.reason} maxLength={200} {...draft.text('reason')} />
      <Text size="sm" c="dimmed">
        {words.follows}
      </Text>
    </Form>
  )
}

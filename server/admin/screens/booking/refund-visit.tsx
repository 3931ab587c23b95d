import { Modal, Text, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { MoneyInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
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

type Values = { amountVnd: number | ''; reason: string; to: 'money' | 'credit' }

/** What is left of what was paid, unless somebody types less; the server says what became of the points. */
function RefundForm({ visit, onDone }: Pick<Props, 'visit' | 'onDone'>) {
  const { refund: words, billWallets } = useWords()
  const id = useRef(newId())
  const paidVnd = (visit.paidVnd ?? 0) - visit.refundedVnd
  const isOnlyPrepaid = visit.paidVnd === 0
  const refund = useAct(
    (values: Values) =>
      answerOf(
        api.bookings[':id'].refunds.$post({
          param: { id: visit.id },
          json: { id: id.current, amountVnd: values.amountVnd || 0, reason: values.reason, to: values.to },
        }),
      ),
    {
      said: ({ amountVnd, points, pointsBack, creditVnd, sessionsBack }) =>
        [
          !isOnlyPrepaid &&
            (points < 0
              ? words.doneWith(formatVnd(amountVnd), formatNumber(-points))
              : words.done(formatVnd(amountVnd))),
          pointsBack > 0 && words.pointsBack(formatNumber(pointsBack)),
          creditVnd > 0 && billWallets.intoWallet(formatVnd(creditVnd)),
          sessionsBack > 0 && billWallets.sessionsBack(formatNumber(sessionsBack)),
        ]
          .filter(Boolean)
          .join(' '),
      done: onDone,
    },
  )
  const draft = useDraft<Values>({ amountVnd: paidVnd, reason: '', to: 'money' }, refund.error)
  const { amountVnd, reason, to } = draft.values
  const tooMuch = (amountVnd || 0) > paidVnd ? words.cannot : undefined
  return (
    <Form
      onSubmit={() => refund.mutate(draft.values)}
      busy={refund.isPending}
      submit={isOnlyPrepaid ? billWallets.giveSessions : words.doIt(formatVnd(amountVnd || 0))}
      blocked={(!amountVnd && !isOnlyPrepaid) || tooMuch !== undefined || !reason.trim()}
    >
      {!isOnlyPrepaid && (
        <MoneyInput
          label={words.amount}
          description={words.ofPaid(formatVnd(paidVnd))}
          step={10_000}
          {...draft.number('amountVnd')}
          error={draft.errorOf('amountVnd') ?? tooMuch}
        />
      )}
      {!isOnlyPrepaid && visit.customer && (
        <Chips
          label={billWallets.refundTo}
          value={to}
          onChange={(chosen) => draft.set('to', chosen as Values['to'])}
          choices={Object.entries(billWallets.refundTos).map(([value, label]) => ({ value, label }))}
        />
      )}
      <TextInput label={words.reason} maxLength={200} {...draft.text('reason')} />
      <Text size="sm" c="dimmed">
        {[
          isOnlyPrepaid ? billWallets.onlySessions : words.follows,
          visit.creditVnd > 0 && billWallets.creditFirst(formatVnd(visit.creditVnd)),
          !isOnlyPrepaid && visit.prepaidVnd > 0 && billWallets.sessionsFollow,
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
    </Form>
  )
}

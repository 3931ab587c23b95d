import { Modal } from '@mantine/core'
import { type RefObject, useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatVnd } from '../../../../shared/money.ts'
import type { PayMethod } from '../../../../shared/payments.ts'
import type { Transfer, Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { shopNow } from '../../shop-clock.ts'
import { useWords } from '../../words/words.ts'
import { MethodChoice } from '../cards/method-choice.tsx'
import { type BillValues, billOf } from './bill.ts'
import { Earns } from './bill-earns.tsx'
import { BillFields } from './bill-fields.tsx'
import { BillLines } from './bill-lines.tsx'
import { TransferPanel } from './transfer-panel.tsx'
import { useBillWallet } from './use-bill-wallet.ts'
import { useCompletion } from './use-completion.ts'

type Props = { visit: Visit; opened: boolean; onClose: () => void; onDone: () => void }

export function CompleteVisit({ visit, opened, onClose, onDone }: Props) {
  const words = useWords()
  const awaited = useRef<string>(undefined)
  const drop = useAct((id: string) => answerOf(api.payments[':id'].drop.$post({ param: { id } })))
  const leave = () => {
    if (awaited.current) drop.mutate(awaited.current)
    awaited.current = undefined
  }
  return (
    <Modal
      opened={opened}
      onClose={() => {
        leave()
        onClose()
      }}
      title={words.visit.completeTitle}
    >
      <CompleteForm visit={visit} awaited={awaited} onLeave={leave} onDone={onDone} />
    </Modal>
  )
}

const nothingYet: Omit<BillValues, 'priceVnd'> = {
  discountVnd: '',
  coveredByPointsVnd: '',
  voucherIds: [],
  pointsUsed: '',
  packageIds: [],
  creditVnd: '',
}

type FormProps = { visit: Visit; awaited: RefObject<string | undefined>; onLeave: () => void; onDone: () => void }

/** The price, less discounts, a voucher and points: what is taken, how it is paid, and the points it earns. */
function CompleteForm({ visit, awaited, onLeave, onDone }: FormProps) {
  const words = useWords()
  const [lender, lendFrom] = useState<string>()
  const [method, choose] = useState<PayMethod>('cash')
  const [transfer, show] = useState<Transfer>()
  const id = useRef(newId())
  const wallet = useBillWallet(visit, lender)
  const complete = useCompletion(visit, () => {
    awaited.current = undefined
    onDone()
  })
  const ask = useAct(
    (amountVnd: number) =>
      answerOf(api.bookings[':id'].payments.$post({ param: { id: visit.id }, json: { id: id.current, amountVnd } })),
    {
      done: (asked) => {
        awaited.current = asked.id
        show(asked)
      },
    },
  )
  const draft = useDraft<BillValues>({ priceVnd: visit.priceVnd, ...nothingYet }, complete.error)
  const bill = billOf(visit, draft.values, wallet)
  const { leftVnd } = bill
  const byTransfer = method === 'transfer' && leftVnd > 0
  if (transfer)
    return (
      <TransferPanel
        asked={transfer}
        hasWallet={visit.customer !== null}
        busy={complete.isPending}
        onPay={(more) =>
          complete.mutate(
            { values: draft.values, payment: { method: 'transfer', paymentId: transfer.id, ...more } },
            { onError: ({ field }) => field && show(undefined) }, // the form shows what is wrong with a field
          )
        }
        onBack={() => {
          onLeave()
          show(undefined)
        }}
      />
    )
  return (
    <Form
      onSubmit={() => (byTransfer ? ask.mutate(leftVnd) : complete.mutate({ values: draft.values }))}
      busy={complete.isPending || ask.isPending}
      submit={byTransfer ? words.till.showCode : words.visit.confirm(formatVnd(leftVnd))}
      blocked={bill.isTooMuch || bill.isCrowded || !bill.isFit || !bill.isWalletFit || draft.values.priceVnd === ''}
    >
      <BillFields visit={visit} draft={draft} wallet={wallet} bill={bill} lendFrom={lendFrom} />
      <div aria-live="polite">
        <BillLines bill={bill} />
        <Earns
          isKnown={visit.customer !== null}
          at={new Date(Math.min(Date.parse(visit.endsAt), shopNow()))}
          paidVnd={bill.paidVnd}
          parts={bill.due.parts}
          rules={wallet.rules}
          tier={wallet.level ?? undefined}
        />
      </div>
      {leftVnd > 0 && <MethodChoice value={method} onChange={choose} />}
    </Form>
  )
}

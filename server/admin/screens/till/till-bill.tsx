import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { PayMethod } from '../../../../shared/payments.ts'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { shopNow } from '../../shop-clock.ts'
import { useWords } from '../../words/words.ts'
import type { BillValues } from '../booking/bill.ts'
import { Earns } from '../booking/bill-earns.tsx'
import { PointsField, VoucherField } from '../booking/bill-extras.tsx'
import { BillLines } from '../booking/bill-lines.tsx'
import { CreditField, NoWallets } from '../booking/bill-wallets.tsx'
import { MethodChoice } from '../cards/method-choice.tsx'
import type { WholeOrder } from '../orders/answers.ts'
import type { BillLine } from './bill-line.ts'
import { CashGiven } from './cash-given.tsx'
import { LineSteppers } from './line-steppers.tsx'
import { type Buyer, TillCustomer } from './till-customer.tsx'
import { useSell } from './use-sell.ts'
import { nothingTaken, useTillBill } from './use-till-bill.ts'

type Props = {
  lines: BillLine[]
  buyer: Buyer | null
  onLines: (lines: BillLine[]) => void
  onBuyer: (buyer: Buyer | null) => void
  onSold: (order: WholeOrder) => void
}

/** What is sold to whom, what comes off, and how it is paid. */
export function TillBill({ lines, buyer, onLines, onBuyer, onSold }: Props) {
  const words = useWords()
  const [method, choose] = useState<PayMethod>('cash')
  const [givenVnd, give] = useState<number | ''>('')
  const sell = useSell(onSold)
  const draft = useDraft<BillValues>(nothingTaken, sell.error)
  const { wallet, bill, isWrong } = useTillBill(lines, draft.values, buyer)
  const { leftVnd } = bill
  const isCash = method === 'cash' || leftVnd === 0
  const submit =
    leftVnd === 0 && lines.length > 0
      ? words.sale.free
      : isCash
        ? words.sale.pay(formatVnd(leftVnd))
        : words.till.showCode
  const send = () => {
    const { discountVnd, voucherIds, pointsUsed, creditVnd } = draft.values
    const taken = { voucherIds, pointsUsed: pointsUsed || 0, creditVnd: creditVnd || 0, discountVnd: discountVnd || 0 }
    const whose = { customerId: buyer?.id ?? null, payment: isCash ? ('cash' as const) : ('transfer' as const) }
    sell.mutate({ lines: lines.map(({ wanted }) => wanted), ...taken, ...whose, totalVnd: bill.paidVnd, note: '' })
  }
  const change = (who: Buyer | null) => {
    draft.set('voucherIds', [])
    draft.set('pointsUsed', '')
    draft.set('creditVnd', '')
    onBuyer(who)
  }
  return (
    <Form
      onSubmit={send}
      busy={sell.isPending}
      submit={submit}
      blocked={isWrong || (isCash && givenVnd !== '' && givenVnd < leftVnd)}
    >
      {lines.length === 0 && <Text c="dimmed">{words.sale.empty}</Text>}
      <LineSteppers lines={lines} onChange={onLines} />
      <TillCustomer buyer={buyer} onChange={change} />
      {lines.length > 0 && <Off draft={draft} bill={bill} wallet={wallet} />}
      <div aria-live="polite">
        <BillLines bill={bill} />
        {lines.length > 0 && (
          <Earns
            isKnown={buyer !== null}
            at={new Date(shopNow())}
            paidVnd={bill.paidVnd}
            parts={lines.map(({ wanted, unitPriceVnd }) => ({
              serviceId: 'serviceId' in wanted ? wanted.serviceId : wanted.variantId,
              priceVnd: wanted.quantity * unitPriceVnd,
            }))}
            rules={wallet.rules}
            tier={wallet.level ?? undefined}
          />
        )}
      </div>
      {leftVnd > 0 && <MethodChoice value={method} onChange={choose} />}
      {leftVnd > 0 && isCash && <CashGiven dueVnd={leftVnd} value={givenVnd} onChange={give} />}
    </Form>
  )
}

type OffProps = Pick<ReturnType<typeof useTillBill>, 'bill' | 'wallet'> & {
  draft: ReturnType<typeof useDraft<BillValues>>
}

/** What may be taken off a sale. */
function Off({ draft, bill, wallet }: OffProps) {
  const words = useWords()
  return (
    <Stack gap={16}>
      <MoneyInput
        label={words.sale.discount}
        step={10_000}
        {...draft.number('discountVnd')}
        error={draft.errorOf('discountVnd') ?? (bill.isTooMuch ? words.sale.tooMuch : undefined)}
      />
      <VoucherField draft={draft} vouchers={wallet.vouchers} bill={bill} />
      {wallet.rules && <PointsField draft={draft} rules={wallet.rules} spendable={wallet.spendable} bill={bill} />}
      <CreditField
        balanceVnd={wallet.creditVnd}
        dueVnd={bill.paidVnd}
        value={draft.values.creditVnd}
        onChange={(vnd) => draft.set('creditVnd', vnd)}
        error={draft.errorOf('creditVnd')}
      />
      {wallet.lacksWallets && <NoWallets />}
    </Stack>
  )
}

import { TextInput } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatVnd } from '../../../../shared/money.ts'
import type { PayMethod } from '../../../../shared/payments.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { MoneyInput } from '../../parts/amounts.tsx'
import { Chips } from '../../parts/chips.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { MethodChoice } from './method-choice.tsx'

type How = 'bought' | 'given' | 'corrected'
type Values = { how: How; amountVnd: number | ''; paidVnd: number | ''; method: PayMethod; reason: string }
type Props = { customerId: string; balanceVnd: number; onClose: () => void }

/** Money comes into a wallet, for as much or less; or some is taken away, never below nothing. */
export function ChangeCredit({ customerId, balanceVnd, onClose }: Props) {
  const words = useWords()
  const { wallets } = words
  const id = useRef(newId())
  const change = useAct(
    ({ how, amountVnd, paidVnd, method, reason }: Values) =>
      answerOf(
        api.customers[':id'].credit.$post({
          param: { id: customerId },
          json: {
            ...{ id: id.current, reason, amountVnd: (amountVnd || 0) * (how === 'corrected' ? -1 : 1) },
            ...(how === 'bought' && { paidVnd: paidVnd || amountVnd || 0, method }),
          },
        }),
      ),
    { said: (after) => wallets.changed(formatVnd(after.balanceVnd)), done: onClose },
  )
  const draft = useDraft<Values>(
    { how: 'bought', amountVnd: '', paidVnd: '', method: 'cash', reason: '' },
    change.error,
  )
  const { how, amountVnd, reason } = draft.values
  const isTooMuch = how === 'corrected' && (amountVnd || 0) > balanceVnd
  return (
    <Form
      onSubmit={() => change.mutate(draft.values)}
      busy={change.isPending}
      blocked={!amountVnd || !reason.trim() || isTooMuch}
    >
      <Chips
        label={wallets.how}
        value={how}
        onChange={(chosen) => draft.set('how', chosen as How)}
        choices={Object.entries(wallets.hows).map(([value, label]) => ({ value, label }))}
      />
      <MoneyInput
        label={how === 'corrected' ? wallets.amountOff : wallets.amount}
        step={50_000}
        {...draft.number('amountVnd')}
        error={draft.errorOf('amountVnd') ?? (isTooMuch ? wallets.changed(formatVnd(balanceVnd)) : undefined)}
      />
      {how === 'bought' && (
        <MoneyInput
          label={wallets.topUpPaid}
          description={wallets.topUpHint}
          placeholder={formatVnd(amountVnd || 0)}
          step={50_000}
          {...draft.number('paidVnd')}
        />
      )}
      {how === 'bought' && (
        <MethodChoice value={draft.values.method} onChange={(method) => draft.set('method', method)} />
      )}
      <TextInput label={words.fields.reason} maxLength={200} {...draft.text('reason')} />
    </Form>
  )
}

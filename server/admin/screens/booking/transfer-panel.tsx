import { Button } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { VisitPayment } from '../../../../shared/payments.ts'
import type { Transfer } from '../../answers.ts'
import { useWords } from '../../words/words.ts'
import { TransferWait, useAwaited } from './transfer-wait.tsx'

type More = Omit<Extract<VisitPayment, { method: 'transfer' }>, 'method' | 'paymentId'>
type Props = {
  asked: Transfer
  hasWallet: boolean
  busy: boolean
  onPay: (more: More) => void
  onBack: () => void
}

/** Waits for a transfer and completes by itself once all of it came; asks where less or more came. */
export function TransferPanel({ asked, hasWallet, busy, onPay, onBack }: Props) {
  const words = useWords()
  const { transfer, isPaid } = useAwaited(asked, () => onPay({}))
  return (
    <TransferWait transfer={transfer}>
      {isPaid && (
        <Button loading={busy} onClick={() => onPay({})}>
          {words.visit.confirm(formatVnd(transfer.amountVnd))}
        </Button>
      )}
      {transfer.state === 'over' && <Extra hasWallet={hasWallet} busy={busy} onPay={onPay} />}
      {transfer.state === 'short' && (
        <Button loading={busy} onClick={() => onPay({ rest: 'cash' })}>
          {words.till.restInCash}
        </Button>
      )}
      <Button variant="subtle" disabled={busy} onClick={onBack}>
        {words.acts.back}
      </Button>
    </TransferWait>
  )
}

function Extra({ hasWallet, busy, onPay }: Pick<Props, 'hasWallet' | 'busy' | 'onPay'>) {
  const { till } = useWords()
  return (
    <>
      {hasWallet && (
        <Button loading={busy} onClick={() => onPay({ extra: 'credit' })}>
          {till.extraToWallet}
        </Button>
      )}
      <Button variant={hasWallet ? 'default' : 'filled'} loading={busy} onClick={() => onPay({ extra: 'cash' })}>
        {till.extraInCash}
      </Button>
    </>
  )
}

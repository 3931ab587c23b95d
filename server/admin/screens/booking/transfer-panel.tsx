import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { VisitPayment } from '../../../../shared/payments.ts'
import type { Transfer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useWords } from '../../words/words.ts'
import { TransferCode } from './transfer-code.tsx'

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
  const { data: transfer } = useQuery({
    queryKey: ['payment', asked.id],
    queryFn: () => answerOf(api.payments[':id'].$get({ param: { id: asked.id } })),
    initialData: asked,
    refetchInterval: 2000,
  })
  const see = useAct(() => answerOf(api.payments[':id'].seen.$post({ param: { id: asked.id } })))
  const isPaid = transfer.state === 'paid'
  const hasPaid = useRef(false)
  useEffect(() => {
    if (!isPaid || hasPaid.current) return
    hasPaid.current = true
    onPay({})
  }, [isPaid, onPay])
  return (
    <Stack gap={16}>
      <TransferCode transfer={transfer} />
      <Came transfer={transfer} />
      <Stack gap={8}>
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
        {!isPaid && transfer.state !== 'over' && (
          <Button variant="default" loading={see.isPending} onClick={() => see.mutate(undefined)}>
            {words.till.seen}
          </Button>
        )}
        <Button variant="subtle" disabled={busy} onClick={onBack}>
          {words.acts.back}
        </Button>
      </Stack>
    </Stack>
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

/** What came so far, told also to those who listen. */
function Came({ transfer: { state, amountVnd, receivedVnd } }: { transfer: Transfer }) {
  const { till } = useWords()
  const came = formatVnd(receivedVnd)
  const sentence = {
    awaited: till.awaited,
    dropped: till.awaited,
    paid: till.paid(came),
    short: till.short(came, formatVnd(amountVnd - receivedVnd)),
    over: till.over(came, formatVnd(receivedVnd - amountVnd)),
  }[state]
  return (
    <Text aria-live="polite" ta="center" fw={600}>
      {sentence}
    </Text>
  )
}

import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { Transfer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useWords } from '../../words/words.ts'
import { TransferCode } from './transfer-code.tsx'

/** A transfer while it is waited for; `onPaid` is told once that all of it came. */
export function useAwaited(asked: Transfer, onPaid: () => void, isPaidBy: Transfer['state'][] = ['paid']) {
  const { data: transfer } = useQuery({
    queryKey: ['payment', asked.id],
    queryFn: () => answerOf(api.payments[':id'].$get({ param: { id: asked.id } })),
    initialData: asked,
    refetchInterval: 2000,
  })
  const isPaid = isPaidBy.includes(transfer.state)
  const hasTold = useRef(false)
  useEffect(() => {
    if (!isPaid || hasTold.current) return
    hasTold.current = true
    onPaid()
  }, [isPaid, onPaid])
  return { transfer, isPaid }
}

type Props = { transfer: Transfer; children: ReactNode }

/** The code to scan, what came so far, and what can be done meanwhile. */
export function TransferWait({ transfer, children }: Props) {
  const { till } = useWords()
  const see = useAct(() => answerOf(api.payments[':id'].seen.$post({ param: { id: transfer.id } })))
  return (
    <Stack gap={16}>
      <TransferCode transfer={transfer} />
      <Came transfer={transfer} />
      <Stack gap={8}>
        {transfer.state !== 'paid' && transfer.state !== 'over' && (
          <Button variant="default" loading={see.isPending} onClick={() => see.mutate(undefined)}>
            {till.seen}
          </Button>
        )}
        {children}
      </Stack>
    </Stack>
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

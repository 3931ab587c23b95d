import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from './answers.ts'
import { CancelOrder } from './cancel-order.tsx'
import { ChangeOrder } from './change-order.tsx'
import { NextStep } from './next-step.tsx'
import { OrderTransfer } from './order-transfer.tsx'
import { PrintReceipt } from './receipt.tsx'
import { ReturnOrder } from './return-order.tsx'
import { isChangeable, isOver } from './steps.ts'

type Asking = 'change' | 'cancel' | 'return' | 'transfer'

/** What can be done with an order now. */
export function OrderActs({ order }: { order: WholeOrder }) {
  const { orders: words } = useWords()
  const isBoss = useMay()('manager')
  const [asking, ask] = useState<Asking>()
  const close = () => ask(undefined)
  const awaited = order.payments.find(
    ({ method, state }) => method === 'transfer' && (state === 'awaited' || state === 'short'),
  )
  const isDone = order.status === 'done' || order.status === 'returned'
  const canReturn = isBoss && isDone && order.lines.some(({ quantity, returned }) => returned < quantity)
  return (
    <Stack gap={8}>
      <NextStep order={order} fullWidth size="md" />
      <Group gap={8} grow preventGrowOverflow={false}>
        {awaited && (
          <Button variant="light" onClick={() => ask('transfer')}>
            {words.transferOpen}
          </Button>
        )}
        {isChangeable(order) && (
          <Button variant="default" onClick={() => ask('change')}>
            {words.change}
          </Button>
        )}
        {canReturn && (
          <Button variant="default" onClick={() => ask('return')}>
            {words.giveBack}
          </Button>
        )}
        <PrintReceipt order={order} />
        {!isOver(order) && (
          <Button variant="default" c="var(--bad)" onClick={() => ask('cancel')}>
            {words.cancel}
          </Button>
        )}
      </Group>
      {awaited && <OrderTransfer paymentId={awaited.id} opened={asking === 'transfer'} onClose={close} />}
      <ChangeOrder order={order} opened={asking === 'change'} onClose={close} />
      <CancelOrder order={order} opened={asking === 'cancel'} onClose={close} />
      <ReturnOrder order={order} opened={asking === 'return'} onClose={close} />
    </Stack>
  )
}

import { Anchor, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { shortCode } from '../../../../shared/ids.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import { answerOf, api } from '../../api.ts'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from './answers.ts'
import { OrderActs } from './order-acts.tsx'
import { useOrderBeside } from './order-beside.ts'
import { OrderHistory } from './order-history.tsx'
import { OrderLines } from './order-lines.tsx'
import { OrderMoney } from './order-money.tsx'
import css from './orders.module.css'
import { polled } from './polled.ts'
import { toneOf } from './steps.ts'
import { useOrderWords } from './use-order-words.ts'

/** One order over whatever is on the screen; who opens it has looked at it. */
export function OrderDrawer() {
  const { orders: words } = useWords()
  const { orderId, close } = useOrderBeside()
  return (
    <Drawer opened={Boolean(orderId)} onClose={close} title={orderId && words.title(shortCode(orderId))} size={480}>
      {orderId && <Opened key={orderId} id={orderId} />}
    </Drawer>
  )
}

function Opened({ id }: { id: string }) {
  const queries = useQueryClient()
  const load = useQuery({
    queryKey: ['order', id],
    queryFn: () => answerOf(api.orders[':id'].$get({ param: { id } })),
    ...polled,
  })
  const isUnseen = load.data !== undefined && !load.data.seenAt
  useEffect(() => {
    if (!isUnseen) return
    const look = async () => {
      await answerOf(api.orders[':id'].seen.$post({ param: { id } }))
      await Promise.all([queries.invalidateQueries({ queryKey: ['orders'] }), load.refetch()])
    }
    look().catch(() => undefined) // it stays marked, and opening it again tries again
  }, [isUnseen, id, queries, load.refetch])
  return (
    <Loaded of={load} skeleton={<Skeleton h={420} />}>
      {(order) => (
        <Stack gap={16}>
          <Head order={order} />
          <OrderActs order={order} />
          <OrderLines order={order} />
          <OrderMoney order={order} />
          <OrderHistory events={order.events} />
        </Stack>
      )}
    </Loaded>
  )
}

function Head({ order }: { order: WholeOrder }) {
  const { orders: words } = useWords()
  const { stamp } = useFormats()
  const { who, where, pay, late } = useOrderWords()
  const { openCustomer } = useOrderBeside()
  const { customer, source, channel, number, phone, address, recipient, status, statusReason, note } = order
  const from = [words.source[source], channel, number, stamp(order.createdAt)].filter(Boolean).join(' · ')
  const lateBy = late(order)
  return (
    <Stack gap={4}>
      <Group gap={4}>
        <Tag tone={toneOf[status]}>{words.status[status]}</Tag>
        {status !== 'cancelled' && <Tag tone={order.missingVnd === 0 ? 'good' : 'warn'}>{pay(order)}</Tag>}
        {lateBy && <Tag tone="bad">{lateBy}</Tag>}
      </Group>
      {customer ? (
        <Anchor component="button" type="button" ta="left" fw={500} onClick={() => openCustomer(customer.id)}>
          {[customer.name, customer.phone && displayPhone(customer.phone)].filter(Boolean).join(' · ')}
        </Anchor>
      ) : (
        <Text fw={500}>{who(order)}</Text>
      )}
      <Text size="sm">{where(order)}</Text>
      {address && (
        <Text size="sm">{[recipient, phone && displayPhone(phone), address].filter(Boolean).join(' · ')}</Text>
      )}
      {statusReason && <Text size="sm">{`${words.reason}: ${statusReason}`}</Text>}
      {note && <Text className={css.note}>{note}</Text>}
      <Text size="xs" c="dimmed">
        {from}
      </Text>
    </Stack>
  )
}

import { Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { formatVnd } from '../../../../shared/money.ts'
import { Card } from '../../parts/card.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import type { Order } from './answers.ts'
import { NextStep } from './next-step.tsx'
import { useOrderBeside } from './order-beside.ts'
import css from './orders.module.css'
import { toneOf } from './steps.ts'
import { useOrderWords } from './use-order-words.ts'

/** An order on the board: who, what, where to, how much, and the one touch it waits for. */
export function OrderCard({ order }: { order: Order }) {
  const { orders: words } = useWords()
  const { who, where, pay, late, waited } = useOrderWords()
  const { open } = useOrderBeside()
  const lateBy = late(order)
  return (
    <Card className={order.seenAt ? undefined : css.unseen}>
      <Stack gap={8}>
        <UnstyledButton className={css.open} aria-label={words.title(order.code)} onClick={() => open(order.id)}>
          <Group justify="space-between" gap={8} wrap="nowrap">
            <Text fw={600} truncate>
              {who(order)}
            </Text>
            <Text fw={600} style={{ flex: 'none' }}>
              {formatVnd(order.totalVnd)}
            </Text>
          </Group>
          <Text size="sm" lineClamp={2}>
            {order.what}
          </Text>
          <Text size="xs" c="dimmed">
            {[order.code, where(order), waited(order)].join(' · ')}
          </Text>
          {order.note && (
            <Text size="sm" className={css.note}>
              <IconNote size={16} aria-label={words.note} /> {order.note}
            </Text>
          )}
        </UnstyledButton>
        <Group justify="space-between" gap={8}>
          <Group gap={4}>
            {!order.seenAt && <Tag tone="bad">{words.unseen}</Tag>}
            <Tag tone={toneOf[order.status]}>{words.status[order.status]}</Tag>
            <Tag tone={order.missingVnd === 0 ? 'good' : 'warn'}>{pay(order)}</Tag>
            {lateBy && <Tag tone="bad">{lateBy}</Tag>}
          </Group>
          <NextStep order={order} ml="auto" />
        </Group>
      </Stack>
    </Card>
  )
}

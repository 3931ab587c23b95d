import { Button, Skeleton, Stack, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCashRegister, IconShoppingBag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { answerOf, api } from '../../api.ts'
import { Chips } from '../../parts/chips.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useWords } from '../../words/words.ts'
import type { Order } from './answers.ts'
import { OrderCard } from './order-card.tsx'
import css from './orders.module.css'
import { polled } from './polled.ts'
import { columnOf, columns } from './steps.ts'

/** Orders to work on, by how far they are; on a phone one list. */
export function Board() {
  const words = useWords()
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const load = useQuery({ queryKey: ['orders', 'open'], queryFn: () => answerOf(api.orders.open.$get()), ...polled })
  return (
    <Loaded of={load} skeleton={<BoardSkeleton />}>
      {(orders) => {
        if (orders.length === 0)
          return (
            <Notice icon={IconShoppingBag} text={words.orders.nothing}>
              <Button component={Link} to="/till" leftSection={<IconCashRegister size={18} aria-hidden />}>
                {words.pages.till}
              </Button>
            </Notice>
          )
        return onPhone ? <OneList orders={orders} /> : <Columns orders={orders} />
      }}
    </Loaded>
  )
}

function Columns({ orders }: { orders: Order[] }) {
  const { orders: words } = useWords()
  return (
    <div className={css.columns}>
      {columns.map((column) => {
        const here = orders.filter((order) => columnOf(order) === column)
        return (
          <Stack key={column} component="section" gap={12} aria-label={words.columns[column]}>
            <Title order={2}>{words.count(words.columns[column], here.length)}</Title>
            {here.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
          </Stack>
        )
      })}
    </div>
  )
}

function OneList({ orders }: { orders: Order[] }) {
  const { orders: words } = useWords()
  const [chosen, choose] = useState('every')
  const shown = orders.filter((order) => chosen === 'every' || columnOf(order) === chosen)
  const choices = columns.map((column) => {
    const count = orders.filter((order) => columnOf(order) === column).length
    return { value: column, label: words.count(words.columns[column], count) }
  })
  return (
    <Stack gap={12}>
      <Chips
        label={words.state}
        value={chosen}
        onChange={choose}
        choices={[{ value: 'every', label: words.count(words.every, orders.length) }, ...choices]}
      />
      {shown.length === 0 && <Notice icon={IconShoppingBag} text={words.noneHere} />}
      {shown.map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
    </Stack>
  )
}

const BoardSkeleton = () => (
  <div className={css.columns}>
    {columns.map((column) => (
      <Stack key={column} gap={12}>
        <Skeleton h={24} w="50%" />
        <Skeleton h={132} />
        <Skeleton h={132} />
      </Stack>
    ))}
  </div>
)

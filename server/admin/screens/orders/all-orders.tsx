import { Button, Stack } from '@mantine/core'
import { IconShoppingBag } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import type { Order } from './answers.ts'
import { useOrderBeside } from './order-beside.ts'
import { toneOf } from './steps.ts'
import { useOrderWords } from './use-order-words.ts'

const pageRows = 50

/** Every order there was, newest first; of one customer where one is given. */
export function useOrders(customerId?: string) {
  return useInfiniteQuery({
    queryKey: ['orders', 'all', customerId],
    queryFn: ({ pageParam }) =>
      answerOf(api.orders.$get({ query: { ...pageParam, ...(customerId && { customerId }) } })),
    initialPageParam: {} as { at?: string; id?: string },
    getNextPageParam: (page) => {
      const last = page.at(-1)
      return page.length < pageRows || !last ? undefined : { at: last.createdAt, id: last.id }
    },
  })
}

export function AllOrders() {
  const { orders: words } = useWords()
  const { stamp } = useFormats()
  const { who } = useOrderWords()
  const { orderId, open } = useOrderBeside()
  const load = useOrders()
  const columns: Column<Order>[] = [
    { key: 'who', title: words.who, cell: who },
    { key: 'what', title: words.what, cell: (order) => order.what, own: true },
    { key: 'code', title: words.code, cell: (order) => order.number ?? order.code },
    { key: 'sum', title: words.sum, cell: (order) => formatVnd(order.totalVnd), number: true },
    {
      ...{ key: 'status', title: words.state },
      cell: ({ status }) => <Tag tone={toneOf[status]}>{words.status[status]}</Tag>,
    },
    { key: 'at', title: words.at, cell: (order) => stamp(order.createdAt) },
  ]
  return (
    <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
      {({ pages }) =>
        pages[0]?.length === 0 ? (
          <Notice icon={IconShoppingBag} text={words.noneYet} />
        ) : (
          <Stack gap={16}>
            <List columns={columns} rows={pages.flat()} chosen={orderId} onOpen={(order) => open(order.id)} />
            {load.hasNextPage && (
              <Button
                variant="default"
                mx="auto"
                loading={load.isFetchingNextPage}
                onClick={() => load.fetchNextPage()}
              >
                {words.more}
              </Button>
            )}
          </Stack>
        )
      }
    </Loaded>
  )
}

import { Button, Skeleton, Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { useOrders } from '../orders/all-orders.tsx'
import { useOrderBeside } from '../orders/order-beside.ts'
import { toneOf } from '../orders/steps.ts'

/** What a customer ordered or bought, newest first; each opens. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const { orders: words } = useWords()
  const { stamp } = useFormats()
  const { open } = useOrderBeside()
  const load = useOrders(customerId)
  return (
    <Loaded of={load} skeleton={<Skeleton h={120} />}>
      {({ pages }) => (
        <>
          {pages[0]?.length === 0 && <Text size="sm">{words.ofCustomer}</Text>}
          {pages.flat().map((order) => (
            <Entry
              key={order.id}
              title={order.what}
              value={<Tag tone={toneOf[order.status]}>{words.status[order.status]}</Tag>}
              under={[stamp(order.createdAt), formatVnd(order.totalVnd), order.channel]}
            >
              <Button variant="subtle" size="compact-sm" px={0} onClick={() => open(order.id)}>
                {words.title(order.number ?? order.code)}
              </Button>
            </Entry>
          ))}
          {load.hasNextPage && (
            <Button variant="default" fullWidth loading={load.isFetchingNextPage} onClick={() => load.fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Loaded>
  )
}

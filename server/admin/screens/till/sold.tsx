import { Button, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from '../orders/answers.ts'
import { PrintReceipt } from '../orders/receipt.tsx'

/** It is done: what was taken, what the customer got for it, and the next one. */
export function Sold({ order, onNext }: { order: WholeOrder; onNext: () => void }) {
  const { sale: words } = useWords()
  const { customer, id, totalVnd, creditVnd } = order
  const file = useQuery({
    queryKey: ['customer', customer?.id],
    queryFn: () => answerOf(api.customers[':id'].$get({ param: { id: customer?.id ?? '' } })),
    enabled: customer !== null,
  })
  const earned = file.data?.entries.find(({ cause, reason }) => cause === id && reason === 'earned')?.points ?? 0
  return (
    <Card maw={480} mx="auto" w="100%">
      <Stack gap={16} align="center" ta="center">
        <IconCircleCheck size={48} color="var(--good)" aria-hidden />
        <div role="status">
          <Title order={2}>{earned > 0 ? words.earned(formatNumber(earned)) : words.done}</Title>
          <Text>{words.doneSum(formatVnd(totalVnd - creditVnd))}</Text>
        </div>
        <Button fullWidth size="md" onClick={onNext} data-autofocus>
          {words.next}
        </Button>
        <PrintReceipt order={order} />
      </Stack>
    </Card>
  )
}

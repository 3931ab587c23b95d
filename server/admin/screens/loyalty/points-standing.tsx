import { Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import type { CustomerFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

/** What can be spent, what is kept and what waits, and what runs out when. */
export function PointsStanding({ file: { customer, standing } }: { file: CustomerFile }) {
  const words = useWords()
  const { balance, spendable, pending, reserved } = standing
  const { loyalty } = words
  return (
    <Stack gap={8} mb={8}>
      <Group gap={8}>
        <Text fw={600}>
          {words.points(formatNumber(spendable))} {loyalty.spendable}
        </Text>
        {balance < 0 && <Tag tone="bad">{loyalty.owes(formatNumber(-balance))}</Tag>}
        {reserved > 0 && <Tag tone="warn">{loyalty.held(formatNumber(reserved))}</Tag>}
        {pending > 0 && <Tag>{loyalty.pending(formatNumber(pending))}</Tag>}
      </Group>
      {reserved + pending > 0 && (
        <Text size="xs" c="dimmed">
          {loyalty.heldWhy}
        </Text>
      )}
      <RunningOut customerId={customer.id} />
    </Stack>
  )
}

function RunningOut({ customerId }: { customerId: string }) {
  const { loyalty } = useWords()
  const { date, dayAt } = useFormats()
  const load = useQuery({
    queryKey: ['points', customerId],
    queryFn: () => answerOf(api.customers[':id'].points.$get({ param: { id: customerId } })),
  })
  return (
    <Loaded of={load} skeleton={<Skeleton h={16} w="60%" />}>
      {({ expiring }) =>
        expiring.map(({ until, units }) => (
          <Text key={until} size="sm" c="var(--warn)">
            {loyalty.runsOut(formatNumber(units), date(dayAt(until)))}
          </Text>
        ))
      }
    </Loaded>
  )
}

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Adjustment } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Person } from '../../parts/person.tsx'
import { useWords } from '../../words/words.ts'
import { signed } from './signed.ts'

/** Large adjustments somebody asked for; a second person says yes or no. */
export function Approvals({ of }: { of: UseQueryResult<Adjustment[]> }) {
  const words = useWords()
  const { stamp } = useFormats()
  const columns: Column<Adjustment>[] = [
    { key: 'customer', title: words.walkIn.customer, cell: ({ customer }) => <Person customer={customer} /> },
    { key: 'points', title: words.customers.points, cell: ({ points }) => signed(points), number: true },
    {
      key: 'why',
      own: true,
      title: words.fields.reason,
      cell: ({ reasonCode, note }) => (
        <div>
          {words.loyalty.code[reasonCode]}
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        </div>
      ),
    },
    {
      key: 'asked',
      title: words.loyalty.askedBy,
      cell: ({ askedBy, at }) => (
        <div>
          {askedBy}
          <Text size="xs" c="dimmed">
            {stamp(at)}
          </Text>
        </div>
      ),
    },
    { key: 'acts', title: '', own: true, cell: (adjustment) => <Decide adjustment={adjustment} /> },
  ]
  return (
    <Loaded of={of} skeleton={<List columns={columns} rows={undefined} />}>
      {(waiting) =>
        waiting.length === 0 ? (
          <Notice icon={IconCheck} text={words.loyalty.noApprovals} />
        ) : (
          <Stack gap={12}>
            <List columns={columns} rows={waiting} />
          </Stack>
        )
      }
    </Loaded>
  )
}

function Decide({ adjustment }: { adjustment: Adjustment }) {
  const words = useWords()
  const param = { id: adjustment.id }
  const approve = useAct(() => answerOf(api.adjustments[':id'].approve.$post({ param })), {
    said: () => words.loyalty.approved,
  })
  const reject = useAct(() => answerOf(api.adjustments[':id'].reject.$post({ param })), {
    said: () => words.loyalty.rejected,
  })
  const busy = approve.isPending || reject.isPending
  return (
    <Group gap={8} justify="flex-end" wrap="nowrap">
      <Button variant="default" loading={reject.isPending} disabled={busy} onClick={() => reject.mutate(undefined)}>
        {words.loyalty.reject}
      </Button>
      <Button loading={approve.isPending} disabled={busy} onClick={() => approve.mutate(undefined)}>
        {words.loyalty.approve}
      </Button>
    </Group>
  )
}

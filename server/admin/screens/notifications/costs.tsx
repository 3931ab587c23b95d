import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconReceipt } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { addDays } from '../../../../shared/time.ts'
import type { MessageCost } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useWords } from '../../words/words.ts'

/** What the messages of a month cost, by what they say. */
export function Costs() {
  const words = useWords()
  const { get, set } = useAddress()
  const { today } = useFormats()
  const thisMonth = today.slice(0, 7)
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(get('month')) ? get('month') : thisMonth
  const first = `${month}-01`
  const next = addDays(first, 31).slice(0, 7)
  const query = { from: first, to: addDays(`${next}-01`, -1) }
  const load = useQuery({
    queryKey: ['message-costs', query],
    queryFn: () => answerOf(api['message-costs'].$get({ query })),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns()
  const show = (chosen: string) => set({ month: chosen === thisMonth ? undefined : chosen })
  return (
    <Stack gap={12}>
      <Group gap={8}>
        <ActionIcon
          variant="default"
          aria-label={words.costs.previous}
          onClick={() => show(addDays(first, -1).slice(0, 7))}
        >
          <IconChevronLeft size={20} />
        </ActionIcon>
        <Text fw={600} miw={120} ta="center">
          {words.costs.month(Number(month.slice(5)), Number(month.slice(0, 4)))}
        </Text>
        <ActionIcon
          variant="default"
          aria-label={words.costs.next}
          disabled={month >= thisMonth}
          onClick={() => show(next)}
        >
          <IconChevronRight size={20} />
        </ActionIcon>
      </Group>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {({ rows, totalVnd }) =>
          rows.length === 0 ? (
            <Notice icon={IconReceipt} text={words.costs.empty} />
          ) : (
            <>
              <List columns={columns} rows={rows.map((row) => ({ id: row.intent, ...row }))} />
              <Group justify="space-between" px={16}>
                <Text size="sm" c="dimmed">
                  {words.costs.untaxed}
                </Text>
                <Text fw={600}>
                  {words.costs.total}: {formatVnd(totalVnd)}
                </Text>
              </Group>
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}

function useColumns(): Column<MessageCost & { id: string }>[] {
  const words = useWords()
  return [
    { key: 'what', title: words.costs.what, cell: ({ intent }) => words.messages.intent[intent] },
    { key: 'sent', title: words.costs.sent, cell: ({ sent }) => formatNumber(sent), number: true },
    { key: 'delivered', title: words.costs.delivered, cell: ({ delivered }) => formatNumber(delivered), number: true },
    { key: 'seen', title: words.costs.seen, cell: ({ seen }) => formatNumber(seen), number: true },
    { key: 'cost', title: words.costs.cost, cell: ({ costVnd }) => formatVnd(costVnd), number: true },
  ]
}

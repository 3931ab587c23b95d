import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconArrowLeft, IconDownload, IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { useNavigate } from 'react-router'
import type { Figure } from '../../../../shared/figures.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Person } from '../../parts/person.tsx'
import { useWords } from '../../words/words.ts'
import { saveCsv } from './save-file.ts'
import { useAsked } from './use-asked.ts'

type Behind = InferResponseType<(typeof api)['figures']['customers']['$get'], 200>
type Row = Behind['customers'][number]

/** The customers behind a figure, those who spent most first. */
export function BehindScreen() {
  const { insights } = useWords()
  const { get, offset } = useAddress()
  const { query, from, until } = useAsked()
  const { date } = useFormats()
  const back = useNavigate()
  const which = (get('which') in insights.whose ? get('which') : 'customers') as Figure
  const [month, seenIn] = [get('month'), get('seenIn')]
  const wanted = {
    ...{ ...query, which, ...(month && { month }), ...(seenIn && { seenIn }) },
    ...(get('bounded') && { bounded: get('bounded') as 'true' | 'false' }),
  }
  const ask = (from: number) => answerOf(api.figures.customers.$get({ query: { ...wanted, offset: String(from) } }))
  const load = useQuery({
    queryKey: ['figures', 'customers', wanted, offset],
    queryFn: () => ask(offset),
    placeholderData: keepPreviousData,
  })
  const keep = useKeepAll(ask, `khach-${which}`)
  const span = which === 'cohort' ? insights.cohortSpan(month, seenIn) : `${date(from)} – ${date(until)}`
  return (
    <Page title={insights.whose[which]} actions={<Keep onKeep={() => keep.mutate()} busy={keep.isPending} />}>
      <Group gap={16}>
        <Anchor component="button" type="button" size="sm" mih={44} onClick={() => back(-1)}>
          <Group gap={4}>
            <IconArrowLeft size={16} aria-hidden /> {insights.backToFigures}
          </Group>
        </Anchor>
        <Text c="dimmed">
          {span}
          {load.data && ` · ${insights.peopleCount(formatNumber(load.data.total))}`}
        </Text>
      </Group>
      <Loaded of={load} skeleton={<People rows={undefined} />}>
        {({ total, customers }) =>
          total === 0 ? (
            <Notice icon={IconUsers} text={insights.nobody} />
          ) : (
            <>
              <People rows={customers} />
              <Pager total={total} shown={customers.length} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Keep({ onKeep, busy }: { onKeep: () => void; busy: boolean }) {
  const { insights } = useWords()
  return (
    <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={onKeep} loading={busy}>
      {insights.keepCsv}
    </Button>
  )
}

/** All of them in a file, asked for a page at a time. */
function useKeepAll(ask: (from: number) => Promise<Behind>, name: string) {
  const { insights } = useWords()
  return useAct(async () => {
    const all: Row[] = []
    for (;;) {
      const { total, customers } = await ask(all.length)
      all.push(...customers)
      if (customers.length === 0 || all.length >= total) break
    }
    saveCsv(name, [
      insights.customerTitles,
      ...all.map(({ name, phone, visits, netVnd, lastDay, expectedOn }) => [
        ...[name, phone, visits, netVnd, lastDay, expectedOn],
      ]),
    ])
  })
}

function People({ rows }: { rows: Row[] | undefined }) {
  const { insights } = useWords()
  const { date } = useFormats()
  const [who, , visits, spent, last, expected] = insights.customerTitles as [string, string, ...string[]]
  const columns: Column<Row>[] = [
    { key: 'name', title: who, cell: (customer) => <Person customer={customer} /> },
    { key: 'visits', title: visits!, number: true, cell: ({ visits }) => formatNumber(visits) },
    { key: 'net', title: spent!, number: true, cell: ({ netVnd }) => formatVnd(netVnd) },
    { key: 'last', title: last!, cell: ({ lastDay }) => date(lastDay) },
    { key: 'expected', title: expected!, cell: ({ expectedOn }) => date(expectedOn) },
  ]
  return <List columns={columns} rows={rows} />
}

import { Stack } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { shortCode } from '../../../../shared/ids.ts'
import type { AuditEntry } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Pager } from '../../parts/pager.tsx'
import { useWords } from '../../words/words.ts'
import { changesOf } from './changes.ts'

/** Who did what: written by the server, never changed. */
export function Audit() {
  const words = useWords()
  const { stamp, fullDay } = useFormats()
  const { offset } = useAddress()
  const load = useQuery({
    queryKey: ['audit', offset],
    queryFn: () => answerOf(api.audit.$get({ query: { offset: String(offset) } })),
    placeholderData: keepPreviousData,
  })
  const columns: Column<AuditEntry>[] = [
    {
      key: 'act',
      title: words.audit.act,
      cell: (row) => words.audit.acts[row.act as keyof typeof words.audit.acts] ?? row.act,
    },
    { key: 'at', title: words.audit.at, cell: (row) => stamp(row.at) },
    { key: 'who', title: words.audit.who, cell: (row) => row.who },
    {
      key: 'about',
      title: words.audit.about,
      cell: ({ about }) =>
        /^[0-9a-f-]{36}$/.test(about)
          ? shortCode(about)
          : ((words.messages.intent as Record<string, string>)[about] ?? words.hours.shop),
    },
    {
      key: 'detail',
      title: words.audit.detail,
      own: true,
      cell: (row) => changesOf(row.detail, { words, stamp, fullDay }),
    },
  ]
  return (
    <Page title={words.pages.audit}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {({ total, entries }) =>
          total === 0 ? (
            <Notice icon={IconHistory} text={words.audit.empty} />
          ) : (
            <Stack gap={12}>
              <List columns={columns} rows={entries} />
              <Pager total={total} shown={entries.length} />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  )
}

import { Button, Group, Stack } from '@mantine/core'
import { type Icon, IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

type Row = { id: string; state: 'live' | 'ended' }
type Props<Each extends Row> = {
  of: UseQueryResult<Each[]>
  columns: Column<Each>[]
  words: { add: string; empty: string }
  icon: Icon
  onOpen: (row: Each | 'new') => void
}

/** Cards or packages that there are, with their state last, and a button for a new one. */
export function CardList<Each extends Row>({ of, columns, words, icon, onOpen }: Props<Each>) {
  const { cards, fields } = useWords()
  const all: Column<Each>[] = [
    ...columns,
    {
      key: 'state',
      title: fields.state,
      cell: ({ state }) => <Tag tone={state === 'live' ? 'good' : 'quiet'}>{cards.states[state]}</Tag>,
    },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onOpen('new')}>
      {words.add}
    </Button>
  )
  return (
    <Loaded of={of} skeleton={<List columns={all} rows={undefined} />}>
      {(rows) =>
        rows.length === 0 ? (
          <Notice icon={icon} text={words.empty}>
            {add}
          </Notice>
        ) : (
          <Stack gap={16}>
            <Group justify="flex-end">{add}</Group>
            <List columns={all} rows={rows} onOpen={(row) => row.state === 'live' && onOpen(row)} />
          </Stack>
        )
      }
    </Loaded>
  )
}

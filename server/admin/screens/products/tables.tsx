import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { IconArmchair, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useWords } from '../../words/words.ts'
import type { DiningTable } from './answers.ts'
import { TableCode } from './table-code.tsx'

/** Where people sit and order from; each table has a code of its own to print. */
export function Tables() {
  const words = useWords()
  const load = useQuery({ queryKey: ['tables'], queryFn: () => answerOf(api.tables.$get()) })
  const edited = useEdited<DiningTable>()
  const columns: Column<DiningTable>[] = [
    { key: 'name', title: words.fields.name, cell: (row) => row.name },
    { key: 'active', title: words.fields.state, cell: (row) => <OnOff on={row.active} /> },
  ]
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edited.open('new')}>
      {words.tables.add}
    </Button>
  )
  return (
    <Stack gap={16}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(tables) =>
          tables.length === 0 ? (
            <Notice icon={IconArmchair} text={words.tables.empty}>
              {add}
            </Notice>
          ) : (
            <>
              <Group justify="space-between" gap={12}>
                <Text size="sm" c="dimmed" flex="1 1 240px">
                  {words.tables.hint}
                </Text>
                {add}
              </Group>
              <List columns={columns} rows={tables} onOpen={edited.open} />
            </>
          )
        }
      </Loaded>
      <Side edited={edited} newTitle={words.tables.add} titleOf={(table) => table.name}>
        {(table) => (
          <Stack gap={24}>
            <TableForm table={table} onClose={edited.close} />
            {table && <TableCode table={load.data?.find(({ id }) => id === table.id) ?? table} />}
          </Stack>
        )}
      </Side>
    </Stack>
  )
}

function TableForm({ table, onClose }: { table: DiningTable | undefined; onClose: () => void }) {
  const words = useWords()
  const [id] = useState(newId)
  const save = useAct(
    (json: { name: string; active: boolean }) =>
      table
        ? answerOf(api.tables[':id'].$put({ param: { id: table.id }, json }))
        : answerOf(api.tables.$post({ json: { id, ...json } })),
    { said: (_, { name }) => words.services.saved(name), done: onClose },
  )
  const draft = useDraft({ name: table?.name ?? '', active: table?.active ?? true }, save.error)
  return (
    <Form onSubmit={() => save.mutate(draft.values)} busy={save.isPending}>
      <TextInput
        label={words.fields.name}
        description={words.tables.nameHint}
        data-autofocus
        maxLength={40}
        {...draft.text('name')}
      />
      <Switch label={words.tables.active} {...draft.check('active')} />
    </Form>
  )
}

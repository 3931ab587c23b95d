import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../../../shared/money.ts'
import type { Import } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Sure } from '../../parts/sure.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { useImports } from './use-import.ts'

const stateOf = ({ state, undoneAt }: Import) => (state === 'done' && undoneAt ? 'undoing' : state)
const tones: Record<ReturnType<typeof stateOf>, Tone | undefined> = {
  ...{ running: 'warn', done: 'good', undoing: 'warn', undone: undefined },
}

/** What was brought along before, each with what came of it and the way back. */
export function PastImports() {
  const { imports } = useWords()
  const load = useImports()
  const columns = useColumns()
  return (
    <section>
      <Title order={2} fz={16} mb={12}>
        {imports.past}
      </Title>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(past) =>
          past.length === 0 ? <Text c="dimmed">{imports.noneYet}</Text> : <List columns={columns} rows={past} />
        }
      </Loaded>
    </section>
  )
}

function useColumns(): Column<Import>[] {
  const words = useWords()
  const { imports } = words
  const { stamp, date, dayAt } = useFormats()
  const lastDay = (end: string) => date(dayAt(new Date(Date.parse(end) - 1).toISOString()))
  return [
    {
      key: 'name',
      title: imports.name,
      cell: ({ name, at, by }) => (
        <span>
          {name}
          <Text size="xs" c="dimmed">
            {[stamp(at), by].filter(Boolean).join(' · ')}
          </Text>
        </span>
      ),
    },
    {
      key: 'points',
      title: imports.column.points,
      number: true,
      cell: ({ points, entered, expiresAt }) => (
        <span>
          {formatNumber(points)}
          <Text size="xs" c="dimmed">
            {imports.forPeople(formatNumber(entered))} ·{' '}
            {expiresAt ? imports.until(lastDay(expiresAt)) : imports.forGood}
          </Text>
        </span>
      ),
    },
    {
      key: 'state',
      title: words.offers.columns.state,
      cell: (each) => (
        <Stack gap={4} align="flex-start">
          <Tag tone={tones[stateOf(each)]}>{imports.states[stateOf(each)]}</Tag>
          {each.short > 0 && (
            <Text size="xs" c="dimmed">
              {imports.short(formatNumber(each.short))}
            </Text>
          )}
        </Stack>
      ),
    },
    { key: 'acts', title: '', own: true, cell: (each) => <Acts of={each} /> },
  ]
}

function Acts({ of: one }: { of: Import }) {
  const { imports } = useWords()
  const [asked, ask] = useState(false)
  const { id, name, entered, points } = one
  const state = stateOf(one)
  const param = { id }
  const goOn = useAct(
    () =>
      state === 'undoing'
        ? answerOf(api.imports[':id'].undo.$post({ param }))
        : answerOf(api.imports[':id'].continue.$post({ param })),
    { said: () => imports.wentOn },
  )
  const undo = useAct(() => answerOf(api.imports[':id'].undo.$post({ param })), {
    said: ({ short }) => (short > 0 ? imports.undoneShort(formatNumber(short)) : imports.undone),
    done: () => ask(false),
  })
  return (
    <Group justify="flex-end">
      {(state === 'running' || state === 'undoing') && (
        <Button variant="default" loading={goOn.isPending} onClick={() => goOn.mutate(undefined)}>
          {imports.goOn}
        </Button>
      )}
      {state === 'done' && (
        <Button variant="subtle" color="var(--bad)" onClick={() => ask(true)}>
          {imports.undo}
        </Button>
      )}
      <Sure
        opened={asked}
        title={imports.undoTitle(name)}
        why={imports.undoWhy(formatNumber(entered), formatNumber(points))}
        doIt={imports.undo}
        busy={undo.isPending}
        onDo={() => undo.mutate(undefined)}
        onClose={() => ask(false)}
      />
    </Group>
  )
}

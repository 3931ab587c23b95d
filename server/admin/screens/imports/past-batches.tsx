import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import type { PastBatch } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

const tones: Partial<Record<PastBatch['state'], Tone>> = {
  done: 'good',
  entering: 'warn',
  undoing: 'warn',
  paused: 'warn',
}

/** Sheets so far, each opened again with a touch. */
export function PastBatches() {
  const { batches: words } = useWords()
  const { set } = useAddress()
  const { stamp } = useFormats()
  const load = useQuery({ queryKey: ['batches'], queryFn: () => answerOf(api.batches.$get()) })
  const columns: Column<PastBatch>[] = [
    {
      key: 'name',
      title: words.name,
      cell: ({ name, at, who }) => (
        <span style={{ overflowWrap: 'anywhere' }}>
          {name}
          <Text size="xs" c="dimmed" component="span" display="block">
            {[stamp(at), who].filter(Boolean).join(' · ')}
          </Text>
        </span>
      ),
    },
    { key: 'kind', title: words.kind, cell: ({ kind }) => words.kinds[kind] },
    { key: 'state', title: words.rows, cell: ({ state }) => <Tag tone={tones[state]}>{words.state[state]}</Tag> },
    {
      key: 'entered',
      title: words.states.entered,
      number: true,
      cell: ({ counts }) => formatNumber(counts.entered + counts.known),
    },
  ]
  return (
    <section>
      <Title order={2} fz={16} mb={12}>
        {words.past}
      </Title>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {(past) =>
          past.length === 0 ? (
            <Text c="dimmed">{words.none}</Text>
          ) : (
            <List columns={columns} rows={past} onOpen={({ id }) => set({ batch: id })} />
          )
        }
      </Loaded>
    </section>
  )
}

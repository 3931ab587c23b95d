import { NumberInput, Select, SimpleGrid, Stack, Switch, Text } from '@mantine/core'
import { batchColumns, type Encoding, encodings } from '../../../../shared/batches.ts'
import type { Batch } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import type { BatchActs } from './use-batch.ts'

/** How a sheet was read: its letters, its columns, what its sums mean. Each change is judged at once. */
export function BatchReading({ batch, acts }: { batch: Batch; acts: BatchActs }) {
  const { batches: words } = useWords()
  const { kind, columns, titles, settings, fields } = batch
  const change = acts.change.mutate
  const choices = titles.map((title, i) => ({ value: String(i), label: words.columnOf(i + 1, title) }))
  const keys = [
    ...batchColumns[kind].map((key) => ({ key: key as string, label: words.column[key] ?? key })),
    ...fields.map(({ id, name }) => ({ key: `field:${id}`, label: name })),
  ]
  return (
    <Card>
      <Stack component="section" gap={16} aria-label={words.preview} aria-busy={acts.change.isPending}>
        <Text fw={600}>{words.preview}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing={12} role="group" aria-label={words.columns}>
          {keys.map(({ key, label }) => (
            <Select
              key={key}
              label={label}
              placeholder={words.noColumn}
              data={choices}
              clearable
              disabled={acts.change.isPending}
              value={typeof columns[key] === 'number' ? String(columns[key]) : null}
              onChange={(value) => change({ columns: { ...columns, [key]: value === null ? null : Number(value) } })}
            />
          ))}
          <Select
            label={words.encoding}
            data={encodings.map((value) => ({ value, label: words.encodings[value] }))}
            allowDeselect={false}
            disabled={acts.change.isPending}
            value={settings.encoding}
            onChange={(value) => change({ encoding: value as Encoding })}
          />
          {kind === 'sales' && (
            <NumberInput
              key={settings.vndEach}
              label={words.vndEach}
              min={1}
              max={1_000_000}
              allowDecimal={false}
              thousandSeparator="."
              decimalSeparator=","
              defaultValue={settings.vndEach}
              onBlur={(event) => {
                const vndEach = Number(event.currentTarget.value.replace(/\D/g, '')) || 1
                if (vndEach !== settings.vndEach) change({ vndEach })
              }}
            />
          )}
        </SimpleGrid>
        {kind === 'sales' && (
          <>
            <Switch
              label={words.codes}
              description={words.codesHint}
              checked={settings.codes}
              onChange={(event) => change({ codes: event.currentTarget.checked })}
            />
            <Switch
              label={words.earns}
              description={words.earnsHint}
              checked={settings.earns}
              onChange={(event) => change({ earns: event.currentTarget.checked })}
            />
          </>
        )}
      </Stack>
    </Card>
  )
}

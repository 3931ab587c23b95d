import { Group, Select, SimpleGrid, Skeleton, Stack, Switch, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import type { ImportPreview } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import type { Columns, Sheet } from './use-import.ts'

type Props = { load: UseQueryResult<ImportPreview>; sheet: Sheet; onChange: (part: Partial<Sheet>) => void }

/** What a sheet would do: which column was taken for what, whom it reaches, and what it leaves out. */
export function Preview({ load, sheet, onChange }: Props) {
  const { imports } = useWords()
  return (
    <section aria-label={imports.preview} aria-busy={load.isFetching}>
      <Card>
        <Text fw={600} mb={12}>
          {imports.preview}
        </Text>
        <Loaded of={load} skeleton={<Skeleton h={160} />}>
          {(preview) => (
            <Stack gap={16}>
              <ColumnChoice preview={preview} onChoose={(columns) => onChange({ columns })} />
              <Counts preview={preview} />
              {preview.counts.had > 0 && (
                <Switch
                  label={imports.again}
                  description={imports.againHint}
                  checked={sheet.again}
                  onChange={(event) => onChange({ again: event.currentTarget.checked })}
                />
              )}
              <Rows preview={preview} />
              <Refused refused={preview.refused} />
            </Stack>
          )}
        </Loaded>
      </Card>
    </section>
  )
}

const keys = ['name', 'phone', 'points'] as const

function ColumnChoice({ preview, onChoose }: { preview: ImportPreview; onChoose: (columns: Columns) => void }) {
  const { imports } = useWords()
  const { columns, titles } = preview
  const choices = titles.map((title, i) => ({ value: String(i), label: imports.columnOf(i + 1, title) }))
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing={12} role="group" aria-label={imports.columns}>
      {keys.map((key) => (
        <Select
          key={key}
          label={imports.column[key]}
          placeholder={imports.noColumn}
          data={choices}
          clearable={key === 'name'}
          allowDeselect={false}
          value={columns[key] === null ? null : String(columns[key])}
          onChange={(value) => onChoose({ ...columns, [key]: value === null ? null : Number(value) })}
        />
      ))}
    </SimpleGrid>
  )
}

function Counts({ preview: { counts } }: { preview: ImportPreview }) {
  const { imports } = useWords()
  const { entered, points } = counts
  return (
    <Stack gap={8}>
      <Text fw={600} fz={16}>
        {entered > 0 ? imports.sum(formatNumber(entered), formatNumber(points)) : imports.nothing}
      </Text>
      <Group gap={8}>
        {counts.known > 0 && <Tag tone="good">{imports.counts.known(formatNumber(counts.known))}</Tag>}
        {counts.new > 0 && <Tag tone="brand">{imports.counts.new(formatNumber(counts.new))}</Tag>}
        {counts.had > 0 && <Tag tone="warn">{imports.counts.had(formatNumber(counts.had))}</Tag>}
        {counts.refused > 0 && <Tag tone="bad">{imports.counts.refused(formatNumber(counts.refused))}</Tag>}
      </Group>
    </Stack>
  )
}

function Rows({ preview: { rows } }: { preview: ImportPreview }) {
  const words = useWords()
  const { imports } = words
  if (rows.length === 0) return null
  type Row = (typeof rows)[number] & { id: number }
  const columns: Column<Row>[] = [
    { key: 'name', title: imports.column.name, cell: ({ name }) => name },
    { key: 'phone', title: imports.column.phone, cell: ({ phone }) => displayPhone(phone) },
    { key: 'points', title: imports.column.points, cell: ({ points }) => formatNumber(points), number: true },
    {
      key: 'becomes',
      title: imports.becomes,
      cell: ({ becomes, customerName, name }) => (
        <span>
          {imports.fate[becomes]}
          {customerName && customerName !== name && (
            <Text size="xs" c="dimmed">
              {imports.knownAs(customerName)}
            </Text>
          )}
        </span>
      ),
    },
  ]
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {imports.firstRows(formatNumber(Math.min(8, rows.length)))}
      </Text>
      <List columns={columns} rows={rows.slice(0, 8).map((row) => ({ id: row.line, ...row }))} />
    </div>
  )
}

function Refused({ refused }: { refused: ImportPreview['refused'] }) {
  const { imports } = useWords()
  if (refused.length === 0) return null
  return (
    <details>
      <summary style={{ minHeight: 44, cursor: 'pointer', paddingTop: 10 }}>
        {imports.refused} ({formatNumber(refused.length)})
      </summary>
      <Stack gap={8} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {refused.map(({ line, name, phone, points, problem }) => (
          <li key={line}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {[`${imports.line} ${line}`, name, phone, points].filter(Boolean).join(' · ')}
            </Text>
            <Text size="sm" c="var(--bad)">
              {imports.problem[problem]}
            </Text>
          </li>
        ))}
      </Stack>
    </details>
  )
}

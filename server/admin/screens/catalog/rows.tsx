import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Problem } from '../../api.ts'

type Props<Row> = {
  rows: Row[]
  onChange: (rows: Row[]) => void
  blank: () => Row
  most: number
  add: string
  remove: (row: Row) => string
  errorOf?: (i: number) => string | undefined
  children: (row: Row, change: (part: Partial<Row>) => void) => ReactNode
}

/** As many lines as there are of something, each with its fields and a cross; below them one more can be added. */
export function Rows<Row extends { id: string }>({ rows, onChange, children, ...rest }: Props<Row>) {
  return (
    <Stack gap={12}>
      {rows.map((row, i) => (
        <Stack key={row.id} gap={4}>
          <Group gap={4} wrap="nowrap" align="flex-start">
            <div style={{ flex: 1, minWidth: 0 }}>
              {children(row, (part) => onChange(rows.with(i, { ...row, ...part })))}
            </div>
            <ActionIcon aria-label={rest.remove(row)} onClick={() => onChange(rows.toSpliced(i, 1))}>
              <IconX size={18} />
            </ActionIcon>
          </Group>
          {rest.errorOf?.(i) && (
            <Text size="xs" c="var(--bad)" role="alert">
              {rest.errorOf(i)}
            </Text>
          )}
        </Stack>
      ))}
      {rows.length < rest.most && (
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...rows, rest.blank()])}
        >
          {rest.add}
        </Button>
      )}
    </Stack>
  )
}

/** What the server said about one line of a list: `variants.2.name` is about the third. */
export const rowError = (problem: Problem | null, field: string) => (i: number) =>
  problem?.field?.startsWith(`${field}.${i}.`) ? problem.message : undefined

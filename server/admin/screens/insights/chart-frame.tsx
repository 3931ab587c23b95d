import { Button, Group, Stack, Title } from '@mantine/core'
import { IconChartBar, IconDownload, IconPhoto, IconTable } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { Definition } from './definition.tsx'
import { drawingOfChart, drawingOfTable } from './drawings.ts'
import { type Facts, FactTable } from './fact-table.tsx'
import css from './insights.module.css'
import { saveCsv, savePicture } from './save-file.ts'

type Props = {
  title: string
  means?: string
  /** How its files are called. */
  name: string
  facts: Facts
  /** A drawing of the same facts; without one the table stands alone. */
  children?: ReactNode
  under?: ReactNode
}

/** A chart or a table with its definition, its facts as a table, and both as files. */
export function ChartFrame({ title, means, name, facts, children, under }: Props) {
  const { insights: words } = useWords()
  const shown = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const { titles, rows } = facts

  function keepPicture() {
    const table = shown.current?.querySelector('table')
    const chart = shown.current?.querySelector<SVGSVGElement>('svg.recharts-surface')
    if (table) return savePicture(name, drawingOfTable(table))
    if (chart) return savePicture(name, drawingOfChart(chart))
  }
  return (
    <Card>
      <Stack component="section" aria-label={title} gap={12}>
        <Group justify="space-between" gap={8}>
          <Group gap={4} wrap="nowrap">
            <Title order={2}>{title}</Title>
            {means && <Definition of={title}>{means}</Definition>}
          </Group>
          <Group gap={4} className={css.screenOnly}>
            {children && (
              <Button {...small} leftSection={asTable ? icons.chart : icons.table} onClick={() => setAsTable(!asTable)}>
                {asTable ? words.asChart : words.asTable}
              </Button>
            )}
            <Button
              {...small}
              leftSection={icons.file}
              aria-label={words.csvOf(title)}
              onClick={() => saveCsv(name, [titles, ...rows.map((row) => row.map(rawOf))])}
            >
              CSV
            </Button>
            <Button {...small} leftSection={icons.picture} aria-label={words.pictureOf(title)} onClick={keepPicture}>
              {words.picture}
            </Button>
          </Group>
        </Group>
        <div ref={shown}>{children && !asTable ? children : <FactTable label={title} {...facts} />}</div>
        {under}
      </Stack>
    </Card>
  )
}

const rawOf = (cell: Facts['rows'][number][number]) => (typeof cell === 'object' ? (cell?.raw ?? null) : cell)
const small = { size: 'compact-sm', variant: 'subtle' } as const
const icons = {
  chart: <IconChartBar size={16} aria-hidden />,
  table: <IconTable size={16} aria-hidden />,
  file: <IconDownload size={16} aria-hidden />,
  picture: <IconPhoto size={16} aria-hidden />,
}

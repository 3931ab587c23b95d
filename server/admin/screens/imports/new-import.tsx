import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '../../../../shared/money.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { Preview } from './preview.tsx'
import { SheetInput } from './sheet-input.tsx'
import { type Sheet, useEnter, usePreview } from './use-import.ts'

/** From the table to the report; what is typed stays until it has arrived. */
export function NewImport({ onNext }: { onNext: () => void }) {
  const { imports } = useWords()
  const [sheet, setSheet] = useState<Sheet>({ name: imports.defaultName, text: '', untilDay: null, again: false })
  const change = (part: Partial<Sheet>) => setSheet((before) => ({ ...before, ...part }))
  const [settled] = useDebouncedValue(sheet, 300)
  const load = usePreview(settled)
  const { enter, progress } = useEnter()

  if (enter.data) {
    const { entered, points } = enter.data
    return (
      <Card>
        <Group justify="space-between">
          <Group gap={8} wrap="nowrap">
            <IconCheck size={20} color="var(--good)" aria-hidden />
            <Text fw={600} role="status">
              {imports.done(formatNumber(entered), formatNumber(points))}
            </Text>
          </Group>
          <Button variant="default" onClick={onNext}>
            {imports.next}
          </Button>
        </Group>
      </Card>
    )
  }
  if (enter.isPending) {
    const { entered = 0, lines = load.data?.counts.entered ?? 1 } = progress ?? {}
    return (
      <Card>
        <Stack gap={8} role="status">
          <Text>{imports.running(formatNumber(entered), formatNumber(lines))}</Text>
          <Progress value={(entered / lines) * 100} aria-label={imports.title} />
        </Stack>
      </Card>
    )
  }
  const hasText = sheet.text.trim() !== ''
  const count = load.data?.counts.entered ?? 0
  return (
    <Stack gap={16}>
      <SheetInput sheet={sheet} onChange={change} problem={enter.error ?? load.error} />
      {hasText && <Preview load={load} sheet={sheet} onChange={change} />}
      {hasText && (
        <Group justify="flex-end">
          <Button
            disabled={count === 0 || load.isFetching || settled !== sheet}
            onClick={() => enter.mutate({ ...sheet, name: sheet.name.trim() || imports.defaultName })}
          >
            {imports.doIt(formatNumber(count))}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '../../../../shared/money.ts'
import type { OrderSheet } from '../../../../shared/orders.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import { OrderSheetPreview, WrongRows } from './order-sheet-preview.tsx'
import { TableField } from './table-field.tsx'

/** Sales of another till as a table: looked at first, then entered; what is there already stays. */
export function OrderSheets() {
  const { orderSheets: words } = useWords()
  const [sheet, setSheet] = useState<OrderSheet>({ name: words.defaultName, text: '', earns: false })
  const change = (part: Partial<OrderSheet>) => setSheet((before) => ({ ...before, ...part }))
  const [settled] = useDebouncedValue(sheet.text, 300)
  const hasText = settled.trim() !== ''
  const preview = useQuery({
    queryKey: ['order-sheet', settled],
    queryFn: () => answerOf(api['order-sheets'].preview.$post({ json: { ...sheet, text: settled } })),
    enabled: hasText,
    retry: false,
  })
  const enter = useAct(() =>
    answerOf(api['order-sheets'].$post({ json: { ...sheet, name: sheet.name.trim() || words.defaultName } })),
  )
  const next = () => {
    enter.reset()
    change({ text: '' })
  }
  if (enter.data) return <Entered outcome={enter.data} onNext={next} />
  const count = preview.data?.orders ?? 0
  return (
    <Stack gap={16}>
      <Text c="dimmed">{words.lead}</Text>
      <Card>
        <Stack gap={16}>
          <TableField
            text={sheet.text}
            error={preview.error?.message ?? (enter.error?.field ? enter.error.message : undefined)}
            example={words.pasteExample}
            onText={(text) => change({ text })}
          />
          <TextInput
            label={words.name}
            description={words.nameHint}
            maxLength={60}
            value={sheet.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Switch
            label={words.earns}
            description={words.earnsHint}
            checked={sheet.earns}
            onChange={(event) => change({ earns: event.currentTarget.checked })}
          />
        </Stack>
      </Card>
      {hasText && preview.data && <OrderSheetPreview preview={preview.data} />}
      {hasText && (
        <Group justify="flex-end">
          <Button
            disabled={count === 0 || preview.isFetching || settled !== sheet.text}
            loading={enter.isPending}
            onClick={() => enter.mutate(undefined)}
          >
            {words.doIt(formatNumber(count))}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

type Outcome = { entered: number; there: number; wrong: { line: number; why: string }[]; wrongCount: number }

function Entered({ outcome: { entered, there, wrong, wrongCount }, onNext }: { outcome: Outcome; onNext: () => void }) {
  const { orderSheets: words } = useWords()
  return (
    <Card>
      <Stack gap={12}>
        <Group gap={8} wrap="nowrap" role="status">
          <IconCheck size={20} color="var(--good)" aria-hidden />
          <Text fw={600}>
            {[words.done(formatNumber(entered)), there > 0 && words.there(formatNumber(there))]
              .filter(Boolean)
              .join(' ')}
          </Text>
        </Group>
        <WrongRows wrong={wrong} count={wrongCount} />
        <Button variant="default" w="fit-content" onClick={onNext}>
          {words.next}
        </Button>
      </Stack>
    </Card>
  )
}

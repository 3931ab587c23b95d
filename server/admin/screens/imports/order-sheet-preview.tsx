import { Stack, Text, Title } from '@mantine/core'
import type { InferResponseType } from 'hono/client'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useWords } from '../../words/words.ts'

type Preview = InferResponseType<(typeof api)['order-sheets']['preview']['$post'], 200>

/** What a table would bring, before anything is written. */
export function OrderSheetPreview({ preview: { orders, totalVnd, named, wrong, wrongCount } }: { preview: Preview }) {
  const { orderSheets: words, imports } = useWords()
  return (
    <Card>
      <Stack component="section" gap={8} aria-label={imports.preview}>
        <Title order={2}>{imports.preview}</Title>
        <Text fw={600}>{words.orders(formatNumber(orders), formatVnd(totalVnd))}</Text>
        <Text size="sm">{words.named(formatNumber(named))}</Text>
        <WrongRows wrong={wrong} count={wrongCount} />
      </Stack>
    </Card>
  )
}

/** Rows that cannot be entered, each with why. */
export function WrongRows({ wrong, count }: { wrong: { line: number; why: string }[]; count: number }) {
  const { orderSheets: words } = useWords()
  if (count === 0) return null
  return (
    <div>
      <Text c="var(--bad)" fw={600} mb={4}>
        {words.wrong(formatNumber(count))}
      </Text>
      {wrong.map(({ line, why }) => (
        <Entry key={`${line} ${why}`} title={words.line(line)} under={[words.why[why]]} />
      ))}
    </div>
  )
}

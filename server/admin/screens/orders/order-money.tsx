import { Stack, Text, Title } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import type { WholeOrder } from './answers.ts'

/** What came for an order, and what went back. */
export function OrderMoney({ order: { payments, paybacks } }: { order: WholeOrder }) {
  const { orders: words, payback: say } = useWords()
  const { stamp } = useFormats()
  return (
    <Stack component="section" gap={8} aria-label={words.money}>
      <Title order={3}>{words.money}</Title>
      <div>
        {payments.length === 0 && <Text size="sm">{words.noMoney}</Text>}
        {payments.map(({ id, method, state, amountVnd, receivedVnd, memo, settledAt, zaloMethod }) => (
          <Entry
            key={id}
            title={`${words.methods[method]}, ${words.paymentStates[state]}`}
            value={formatVnd(receivedVnd || amountVnd)}
            under={[
              zaloMethod,
              memo,
              state === 'short' ? words.received(formatVnd(receivedVnd)) : null,
              settledAt && stamp(settledAt),
            ]}
          />
        ))}
        {paybacks.map(({ id, amountVnd, way, state, reason, doneAt }) => (
          <Entry
            key={id}
            title={`${words.payback[way]}, ${words.paybackStates[state]}`}
            value={`− ${formatVnd(amountVnd)}`}
            tone={state === 'due' || state === 'failed' ? 'var(--bad)' : undefined}
            under={[say.reasons[reason], doneAt && stamp(doneAt)]}
          />
        ))}
      </div>
    </Stack>
  )
}

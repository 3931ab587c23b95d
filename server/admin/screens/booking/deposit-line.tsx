import { Stack, Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { Visit } from '../../answers.ts'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

/** What became of the deposit of a visit; while it is waited for, how long still and what is missing. */
export function DepositLine({ visit, now }: { visit: Visit; now: number }) {
  const words = useWords()
  const { deposit } = visit
  if (!deposit) return null
  const { state, amountVnd, receivedVnd, backVnd, reason, why } = deposit
  if (state === 'awaited') {
    const minutes = Math.floor((Date.parse(deposit.expiresAt) - now) / 60_000)
    const vnd = formatVnd(amountVnd)
    return (
      <div>
        <Text size="sm" fw={600} c={minutes < 10 ? 'var(--bad)' : 'var(--warn)'}>
          {minutes < 1 ? words.deposits.over(vnd) : words.deposits.waits(vnd, words.span(minutes))}
        </Text>
        {receivedVnd > 0 && (
          <Text size="sm">{words.deposits.came(formatVnd(receivedVnd), formatVnd(amountVnd - receivedVnd))}</Text>
        )}
        <Text size="xs" c="dimmed">
          {words.deposits.whys[why]}
        </Text>
      </div>
    )
  }
  const held = { paid: amountVnd, waived: amountVnd, lapsed: amountVnd, returned: backVnd }
  const vnd = state === 'used' || state === 'kept' ? receivedVnd - backVnd : held[state]
  return (
    <Stack gap={4} align="flex-start">
      <Tag tone={state === 'paid' || state === 'used' ? 'good' : 'quiet'}>
        {words.deposits.states[state](formatVnd(vnd))}
      </Tag>
      {reason && <Text size="sm">{reason}</Text>}
      {backVnd > 0 && state !== 'returned' && <Text size="sm">{words.deposits.goesBack(formatVnd(backVnd))}</Text>}
    </Stack>
  )
}

import { shortCode } from '../../../../shared/ids.ts'
import { formatVnd } from '../../../../shared/money.ts'
import type { OpenTransfer } from '../../answers.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'

/** How a transfer is told: whose visit, and what came of it so far. */
export function useTransferWords() {
  const words = useWords()
  const { stamp } = useFormats()
  return {
    titleOf: ({ customer, what, forId }: OpenTransfer) =>
      `${customer ?? words.today.noCustomer} · ${what ?? words.payback.order(shortCode(forId))}`,
    underOf: ({ memo, receivedVnd, unusedVnd, state, createdAt }: OpenTransfer) =>
      [
        memo,
        words.money.states[state],
        state !== 'paid' && receivedVnd > 0 ? words.money.received(formatVnd(receivedVnd)) : null,
        unusedVnd > 0 && unusedVnd < receivedVnd ? words.money.unused(formatVnd(unusedVnd)) : null,
        stamp(createdAt),
      ].filter((part) => part !== null),
  }
}

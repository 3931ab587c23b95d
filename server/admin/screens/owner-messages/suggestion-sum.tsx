import { Text } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Suggestion } from '../../answers.ts'
import { useWords } from '../../words/words.ts'

const tenths = (n = 0) => String(n).replace('.', ',')

/** How the expectation came about, and what of it is assumed. */
export function SuggestionSum({ suggestion: { kind, sum } }: { suggestion: Suggestion }) {
  const { suggestions: words, weekdays } = useWords()
  if (kind === 'fill_hours') {
    const hour = (weekday = 1, at = 0) => words.hour(at, weekdays[weekday - 1]!)
    const [one, other] = [hour(sum.weekdayA, sum.hourA), hour(sum.weekdayB, sum.hourB)]
    return (
      <Text size="sm" c="dimmed">
        {words.hours(one, other, tenths(sum.missingPerWeek))}
      </Text>
    )
  }
  const { people = 0, perVisitVnd = 0, messageVnd = 0, agreePercent } = sum
  const parts = [
    words.sum(formatNumber(people), tenths(sum.ratePercent), formatVnd(perVisitVnd)),
    agreePercent && words.agree(tenths(agreePercent)),
    messageVnd > 0 && words.cost(formatVnd(messageVnd)),
  ]
  return (
    <>
      <Text size="sm">{parts.filter(Boolean).join(' ')}</Text>
      <Text size="sm" c="dimmed">
        {sum.assumed ? words.assumed : words.seen(formatNumber(sum.invited ?? 0))}
      </Text>
    </>
  )
}

import { Text } from '@mantine/core'
import { formatNumber } from '../../../../shared/money.ts'
import type { Tier } from '../../../../shared/programme.ts'
import type { Programme } from '../../answers.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { estimateOf, isRough } from '../loyalty/estimate.ts'

type EarnsProps = {
  isKnown: boolean
  at: Date
  paidVnd: number
  parts: { serviceId: string; priceVnd: number }[]
  rules: Programme['rules'] | undefined
  tier: Tier | undefined
}

/** The points that a bill earns, as far as the page can tell. */
export function Earns({ isKnown, at, paidVnd, parts, rules, tier }: EarnsProps) {
  const words = useWords()
  const { zone } = useFormats()
  if (!isKnown || !rules) return isKnown ? null : <Quiet>{words.visit.earnsNothing}</Quiet>
  const points = formatNumber(estimateOf(rules, { paidVnd, parts, at, tier }, zone))
  return <Quiet>{isRough(rules) ? words.bill.about(points) : words.visit.earns(points)}</Quiet>
}

const Quiet = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)

import type { Rate } from '../../../../shared/figures.ts'
import { formatNumber } from '../../../../shared/money.ts'
import type { Words } from '../../words/words.ts'
import { percent } from './figure-formats.ts'

/** What a share is made of and how sure it is, in words. */
export const underRate = ({ insights }: Words, { value, numerator, denominator, low, high }: Rate) => [
  insights.made(formatNumber(numerator), formatNumber(denominator)),
  value !== null && insights.between(percent(low), percent(high)),
]

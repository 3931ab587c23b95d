import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Offer } from '../../answers.ts'
import type { Words } from '../../words/words.ts'

type Promised = Pick<Offer, 'kind' | 'amountVnd' | 'percent' | 'mostVnd'>

/** What an offer gives, in few words: `Giảm 20 %, tối đa 50.000 đ`. */
export function givesOf({ kind, amountVnd, percent, mostVnd }: Promised, words: Words, service?: string): string {
  const { gives } = words.offers
  if (kind === 'amount') return gives.amount(formatVnd(amountVnd ?? 0))
  if (kind === 'percent') return gives.percent(percent ?? 0, formatVnd(mostVnd ?? 0))
  if (kind === 'free_service') return service ? gives.free(service) : gives.freeUnnamed
  return gives.gift
}

export const priceOf = ({ pointsCost }: Pick<Offer, 'pointsCost'>, words: Words) =>
  pointsCost > 0 ? words.offers.forPoints(formatNumber(pointsCost)) : words.offers.free

import { formatVnd } from '../../../shared/money.ts'
import type { Why } from '../../api.ts'
import { useWords } from '../../language.ts'
import { usePointWords } from '../../point-words.ts'
import type { Words } from '../../words/vi.ts'
import { useAsking } from './use-asking.ts'

type Say = (points: number) => string

/** How an entry came about, in sentences: the rule with its arithmetic, and what was cut off or could not be had. */
export function useReckoning(why: Why): string[] {
  const { why: words, thanks, heldWhy } = useWords()
  const { prolonged } = useAsking()
  const say = usePointWords()
  const { reason, sum } = why
  const earned = reason === 'earned' ? arithmetic(why, words, say) : undefined
  const repaid = repaidBy(why)
  return [
    sum.thanks && `${thanks[sum.thanks]}.`,
    earned ?? (reason === 'extended' && sum.reason ? prolonged : reason === 'given' ? undefined : told(why, words)),
    sum.held && (reason === 'voided' || isHeld(why)) && heldWhy[sum.held],
    sum.capped && words.capped(say(sum.capped)),
    repaid > 0 && words.repays(say(repaid)),
    sum.shortfall && words.shortfall(say(sum.shortfall)),
    sum.reason && words.note(sum.reason),
  ].filter((line) => typeof line === 'string')
}

function told(why: Why, words: Words['why']): string {
  if (why.sum.refundedVnd) return words.refunded(formatVnd(why.sum.refundedVnd))
  return isPayment(why) ? words.paid : words.plain[why.reason]
}

/** Nobody has looked yet. */
const isHeld = ({ lots }: Why) => lots.some(({ pending, activeFrom }) => pending > 0 && activeFrom === null)

/** Points taken as money at the till: spent on no voucher, whose name would stand there. */
export const isPayment = ({ reason, sum }: Why) => reason === 'redeemed' && sum.what === undefined

/** What came in and is in no lot went to what was owed. */
const repaidBy = ({ points, lots, reason }: Why) =>
  reason === 'earned' || reason === 'given' || (reason === 'adjusted' && points > 0)
    ? points - lots.reduce((all, { units }) => all + units, 0)
    : 0

/** In the order in which it is reckoned: whole units of the bill, services apart, the visit, times, plus. */
function arithmetic({ sum }: Why, words: Words['why'], say: Say): string | undefined {
  const { base = 0, services = [], visit = 0, tier, campaign, capped = 0 } = sum
  if (base === 0) return undefined
  const apart = services.reduce((all, { points }) => all + points, 0)
  const [factor, by] = best(tier && { ...tier, name: words.tier(tier.name) }, campaign)
  const bonus = campaign?.bonus ?? 0
  const steps = [
    ...fromMoney(sum, base - apart - visit, words, say),
    ...services.filter(({ points }) => points > 0).map(({ name, points }) => words.service(name, say(points))),
    ...(visit > 0 ? [words.visitPoints(say(visit))] : []),
    ...(factor > 1000 ? [words.times(String(factor / 1000).replace('.', ','), by)] : []),
    ...(bonus > 0 ? [words.bonus(say(bonus), campaign!.name)] : []),
  ]
  const line = `${steps.join(', ')}.`
  const whole = Math.floor((base * factor) / 1000) + bonus
  return steps.length > 1 || capped > 0 ? `${line} ${words.sum(say(whole))}` : line
}

/** `105.000 đ : 10.000 đ = 10 điểm (bỏ phần lẻ)`; where a unit earns several, how often and how many each. */
function fromMoney({ paidVnd = 0, unitVnd = 1 }: Why['sum'], points: number, words: Words['why'], say: Say): string[] {
  const times = Math.floor(paidVnd / unitVnd)
  if (points <= 0 || times === 0) return []
  const per = points / times
  const result = per === 1 ? say(points) : `${words.each(times, say(per))} = ${say(points)}`
  const line = words.money(formatVnd(paidVnd), formatVnd(unitVnd), result)
  return [paidVnd % unitVnd === 0 ? line : `${line} (${words.roundedDown})`]
}

/** The better multiplier counts, not both; of two alike the tier's. */
function best(tier: Why['sum']['tier'], campaign: Why['sum']['campaign']): [thousandths: number, name: string] {
  const [ofTier, ofCampaign] = [tier?.thousandths ?? 1000, campaign?.thousandths ?? 1000]
  return ofCampaign > ofTier ? [ofCampaign, campaign!.name] : [ofTier, tier?.name ?? '']
}

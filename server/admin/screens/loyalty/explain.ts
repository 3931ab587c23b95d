import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Explanation } from '../../answers.ts'
import type { Words } from '../../words/words.ts'
import { isMove } from './signed.ts'

type Language = { words: Words; dayOn: (instant: string) => string }

/** Why somebody has these points, sentence by sentence: the rule, the sum, and the lots it moved. */
export function explanationOf(entry: Explanation, { words, dayOn }: Language): string[] {
  const { explain } = words
  const { sum, programmeId, points } = entry
  const sentences = [
    sum.thanks && explain.thanks(words.thanks[sum.thanks]),
    ...earnedFrom(entry, words),
    sum.refundedVnd && explain.refunded(formatVnd(sum.refundedVnd)),
    sum.shortfall && explain.shortfall(formatNumber(sum.shortfall)),
    sum.base !== undefined && explain.counted(formatNumber(points)),
    sum.held && explain.held(words.held.why[sum.held]),
    ...lotsOf(entry, words, dayOn),
    programmeId && explain.programme(programmeId),
  ].filter((sentence) => typeof sentence === 'string')
  return sentences.length > 0 ? sentences : [explain.nothing]
}

/** `100.000 đ : 10.000 đ = 10 điểm × 2 (Tháng sinh nhật) + 5`; more on lines of its own where it is not the bill alone. */
function earnedFrom({ sum }: Explanation, { explain }: Words) {
  const { paidVnd = 0, unitVnd, base, services = [], visit = 0, campaign, capped } = sum
  if (base === undefined || !unitVnd) return []
  const units = Math.floor(paidVnd / unitVnd)
  const ofBill = base - visit - services.reduce((all, { points }) => all + points, 0)
  const each = units > 0 ? ofBill / units : 0
  const more = moreOf(sum)
  const bill = [
    `${formatVnd(paidVnd)} : ${formatVnd(unitVnd)} = ${formatNumber(units)}`,
    each > 1 && ` × ${formatNumber(each)} = ${formatNumber(ofBill)}`,
  ]
  const isBillAlone = ofBill === base
  const billSum = explain.base(bill.filter(Boolean).join(''))
  const bonus = campaign?.bonus ? ` + ${formatNumber(campaign.bonus)}` : ''
  return [
    ofBill > 0 && explain.rule(formatVnd(unitVnd), formatNumber(each)),
    ofBill > 0 && `${billSum}${isBillAlone ? more + bonus : ''}`,
    ...services.map(({ name, points }) => explain.service(name, formatNumber(points))),
    visit > 0 && explain.visit(formatNumber(visit)),
    !isBillAlone && (more || bonus) && `${explain.base(formatNumber(base))}${more}${bonus}`,
    capped && explain.capped(formatNumber(capped)),
  ]
}

/** ` × 1,5 (Bạc)`: the better multiplier of tier and campaign, with whose it is. */
function moreOf({ tier, campaign }: Explanation['sum']): string {
  const best = [tier, campaign].filter((each) => each !== undefined).sort((a, b) => b.thousandths - a.thousandths)[0]
  if (!best) return ''
  const times = best.thousandths > 1000 ? ` × ${String(best.thousandths / 1000).replace('.', ',')}` : ''
  return times || campaign?.bonus ? `${times} (${best.name})` : ''
}

function lotsOf(entry: Explanation, { explain }: Words, dayOn: Language['dayOn']) {
  const lots = isMove(entry) ? entry.lots.filter(({ units }) => units > 0) : entry.lots
  return lots.map(({ units, left, earnedAt, until }) => {
    const said = units > 0 ? explain.lotIn : explain.lotOut
    const life = until ? explain.until(dayOn(until)) : explain.forGood
    const rest = units > 0 && left > 0 ? [explain.left(formatNumber(left))] : []
    return `${[said(formatNumber(Math.abs(units)), dayOn(earnedAt)), life, ...rest].join(', ')}.`
  })
}

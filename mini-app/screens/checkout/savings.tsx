import { formatVnd } from '../../../shared/money.ts'
import { useWords } from '../../language.ts'
import { isUsable } from '../../offers.ts'
import { Tick } from '../../parts/tick.tsx'
import { usePointWords } from '../../point-words.ts'
import type { ErrorAt } from './handover.tsx'
import type { Known } from './known.ts'
import { mostPoints } from './most-points.ts'
import type { Wishes } from './order-draft.ts'
import { PointsField } from './points-field.tsx'
import type { Quoted } from './use-quote.ts'

type SavingsProps = {
  known: Known
  wishes: Wishes
  quote: Quoted
  errorAt: ErrorAt
  onChange: (part: Partial<Wishes>) => void
}

/** What of theirs goes towards it: vouchers, points, money in the wallet. Nothing where they have nothing. */
export function Savings({ known, wishes, quote, errorAt, onChange }: SavingsProps) {
  const words = useWords().checkout
  const say = usePointWords()
  const { points, creditVnd, ways } = known
  const isOpen = (from: string) => Date.parse(from) <= Date.now()
  const vouchers = points.vouchers.filter((voucher) => isUsable(voucher) && isOpen(voucher.validFrom))
  const hasPoints = ways.asMoney !== null && points.spendable > 0
  if (vouchers.length === 0 && !hasPoints && creditVnd === 0) return null
  const most = mostPoints(known, quote)
  const worth = ways.asMoney?.vndPerPoint ?? 0
  const usedCreditVnd = Math.min(creditVnd, quote.totalVnd)

  function turn(id: string, on: boolean) {
    const others = wishes.voucherIds.filter((each) => each !== id)
    onChange({ voucherIds: on ? [...others, id] : others })
  }
  function sideOf(id: string) {
    const offVnd = quote.vouchers.find((voucher) => voucher.id === id)?.offVnd
    return offVnd ? words.voucherOff(formatVnd(offVnd)) : undefined
  }

  return (
    <section className="checkout-part">
      <h2>{words.off}</h2>
      <div className="ticks">
        {vouchers.map(({ id, name, words: more }) => {
          const on = wishes.voucherIds.includes(id)
          const isNothing = on && quote.vouchers.some((voucher) => voucher.id === id && voucher.offVnd === 0)
          return (
            <Tick
              key={id}
              text={name}
              more={isNothing ? words.voucherNothing : more || undefined}
              side={on && sideOf(id)}
              on={on}
              onChange={(next) => turn(id, next)}
            />
          )
        })}
        {hasPoints && (most > 0 || wishes.pointsUsed > 0) && (
          <Tick
            text={words.pointsTaken(say(wishes.pointsUsed || most), formatVnd((wishes.pointsUsed || most) * worth))}
            more={words.pointsHave(say(points.spendable))}
            on={wishes.pointsUsed > 0}
            onChange={(on) => onChange({ pointsUsed: on ? most : 0 })}
          />
        )}
        {creditVnd > 0 && (
          <Tick
            text={words.creditTaken(formatVnd(usedCreditVnd))}
            more={words.creditHave(formatVnd(creditVnd))}
            on={wishes.usesCredit}
            onChange={(usesCredit) => onChange({ usesCredit })}
          />
        )}
      </div>
      {hasPoints && most === 0 && <p className="small muted">{words.pointsLeast(say(points.spendable))}</p>}
      {wishes.pointsUsed > 0 && ways.asMoney && (
        <PointsField
          value={wishes.pointsUsed}
          most={most}
          step={ways.asMoney.step}
          error={errorAt('pointsUsed') ?? quote.pointsProblem}
          onChange={(pointsUsed) => onChange({ pointsUsed })}
        />
      )}
    </section>
  )
}

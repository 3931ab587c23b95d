import { formatVnd } from '../../../shared/money.ts'
import type { Points } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { usePointWords } from '../../point-words.ts'
import './tier.css'

type Tier = NonNullable<Points['tier']>

/** The level somebody holds, how far it is to the next, and what keeps this one. */
export function TierCard({ tier }: { tier: Tier }) {
  const { tiers: words } = useWords()
  const days = useDays()
  const say = useAmounts(tier.by)
  const { name, since, next, toKeep, keepUntil } = tier
  const date = (at: string) => days.date(days.dayOf(at))
  return (
    <section className="tier" aria-label={words.title}>
      <div className="tier-head">
        <h2>{name ? words.level(name) : words.none}</h2>
        {since && <span className="small muted">{words.since(date(since))}</span>}
      </div>
      {next ? (
        <>
          <div className="tier-way" aria-hidden="true">
            <div style={{ width: `${Math.min(100, Math.max(0, (tier.counter / next.from) * 100))}%` }} />
          </div>
          <p>{words.next(say(next.missing), next.name)}</p>
        </>
      ) : (
        <p className="small">{words.top}</p>
      )}
      {toKeep && (
        <p className={toKeep.isSoon ? 'small tier-soon' : 'small muted'}>
          {words.keep(say(toKeep.missing), date(toKeep.until))}
        </p>
      )}
      {!toKeep && name && keepUntil && <p className="small muted">{words.sure(date(keepUntil))}</p>}
    </section>
  )
}

/** `320.000 đ`, `12 điểm` or `2 lượt`, as the shop counts. */
function useAmounts(by: Tier['by']): (n: number) => string {
  const { tiers: words } = useWords()
  const points = usePointWords()
  return { spend: formatVnd, points, visits: words.visits }[by]
}

import type { Wallets } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Link } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { HistoryLink } from './wallets.tsx'

type Package = Wallets['packages'][number]

/** What is left of a package and until when, or that it stands still. */
export function PackageCard({ of: { id, name, left, sessions, until, frozenAt, shareable } }: { of: Package }) {
  const { wallets: words } = useWords()
  const days = useDays()
  const end = until ? words.until(days.date(days.dayOf(until))) : words.forGood
  return (
    <section className="wallet" aria-label={`${words.packages} ${name}`}>
      <div className="wallet-head">
        <h2>{name}</h2>
        <b>{words.left(left, sessions)}</b>
      </div>
      <div className="wallet-way" aria-hidden="true">
        <div style={{ width: `${(left / sessions) * 100}%` }} />
      </div>
      <p className={frozenAt ? 'small wallet-frozen' : 'small muted'}>
        {[frozenAt ? words.frozen : end, shareable && words.shared].filter(Boolean).join(' · ')}
      </p>
      <HistoryLink wallet={`package:${id}`} name={name} />
    </section>
  )
}

/** Those of which nothing is left, folded away. */
export function Packages({ over }: { over: Package[] }) {
  const { wallets: words } = useWords()
  if (over.length === 0) return null
  return (
    <details className="wallet-over">
      <summary>
        {words.over(over.length)}
        <Icon name="next" size={20} />
      </summary>
      <ul>
        {over.map((each) => (
          <li key={each.id}>
            <Link to={`/wallets/package:${each.id}`} className="wallet-link">
              <span>
                {each.name}
                <span className="small muted wallet-why">
                  {each.refundedAt ? words.closed : each.ranOut > 0 ? words.ranOut : words.used}
                </span>
              </span>
              <Icon name="next" size={20} />
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Wallets as Known, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Link } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { PackageCard, Packages } from './packages.tsx'
import { StampCard } from './stamp-card.tsx'
import './wallets.css'

export const useWallets = () => useLoad('wallets', (signal) => answerOf(api.wallets.$get({}, until(signal))))

/** What I have beside points: stamps, packages, money. Nothing where the shop has none of them. */
export function Wallets() {
  const load = useWallets()
  return (
    <Loaded of={load} shape={<Skeleton height={112} />}>
      {(known) => <All known={known} />}
    </Loaded>
  )
}

function All({ known: { stamps, packages, creditVnd } }: { known: Known }) {
  const usable = packages.filter(({ left }) => left > 0)
  return (
    <>
      {stamps.map((card) => (
        <StampCard key={card.cardId} card={card} />
      ))}
      {usable.map((each) => (
        <PackageCard key={each.id} of={each} />
      ))}
      {creditVnd > 0 && <Credit vnd={creditVnd} />}
      <Packages over={packages.filter(({ left }) => left === 0)} />
    </>
  )
}

function Credit({ vnd }: { vnd: number }) {
  const { wallets: words } = useWords()
  return (
    <section className="wallet" aria-label={words.credit}>
      <div className="wallet-head">
        <h2>{words.credit}</h2>
        <b className="wallet-number">{formatVnd(vnd)}</b>
      </div>
      <p className="small muted">{words.creditWhy}</p>
      <HistoryLink wallet="credit" name={words.credit} />
    </section>
  )
}

export function HistoryLink({ wallet, name }: { wallet: string; name: string }) {
  const { wallets: words } = useWords()
  return (
    <Link to={`/wallets/${wallet}`} className="wallet-link">
      {words.history}
      <span className="unseen"> {name}</span>
      <Icon name="next" size={20} />
    </Link>
  )
}

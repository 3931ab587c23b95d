import type { Wallets } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'
import { HistoryLink } from './wallets.tsx'

/** The dots of a card, as many filled as there are stamps; what is still missing, and for what. */
export function StampCard({ card: { cardId, name, goal, stamps, gives } }: { card: Wallets['stamps'][number] }) {
  const { wallets: words } = useWords()
  return (
    <section className="wallet" aria-label={`${words.stamps} ${name}`}>
      <div className="wallet-head">
        <h2>{name}</h2>
        <b>{words.stampsOf(stamps, goal)}</b>
      </div>
      <div className="stamp-dots" aria-hidden="true">
        {Array.from({ length: goal }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the dots of a card have no other name
          <span key={i} className={i < stamps ? 'stamp-dot stamp-dot-full' : 'stamp-dot'}>
            {i < stamps ? <Icon name="check" size={16} /> : i + 1 === goal ? <Icon name="gift" size={16} /> : i + 1}
          </span>
        ))}
      </div>
      <p>{stamps < goal ? words.missing(goal - stamps, gives) : words.full(gives)}</p>
      <HistoryLink wallet={`stamps:${cardId}`} name={name} />
    </section>
  )
}

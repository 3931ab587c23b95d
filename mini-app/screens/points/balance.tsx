import { formatNumber, formatVnd } from '../../../shared/money.ts'
import type { Points } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'
import { usePointWords } from '../../point-words.ts'
import { isSoon } from '../../running-out.ts'
import { useShop } from '../../shop.ts'

/** What can be spent, large; what waits or is kept, where there is any; and what runs out when. */
export function Balance({ points: { balance, pending, reserved, expiring } }: { points: Points }) {
  const words = useWords().pointsScreen
  const say = usePointWords()
  const { pointsUnitVnd } = useShop()
  return (
    <>
      <div className="points-balance">
        <p className="small">{words.balance}</p>
        <p className="points-number">{signed(balance)}</p>
        {(pending > 0 || reserved > 0) && (
          <ul className="points-apart">
            {pending > 0 && <Apart what={words.pending(say(pending))} why={words.pendingWhy} />}
            {reserved > 0 && <Apart what={words.reserved(say(reserved))} why={words.reservedWhy} />}
          </ul>
        )}
        <p className="small">{balance < 0 ? words.owing : words.rule(formatVnd(pointsUnitVnd), say(1))}</p>
      </div>
      <Expiring dates={expiring} />
    </>
  )
}

const signed = (n: number) => (n < 0 ? `−${formatNumber(-n)}` : formatNumber(n))

const Apart = ({ what, why }: { what: string; why: string }) => (
  <li className="small">
    <b>{what}</b> {why}
  </li>
)

function Expiring({ dates: [next, ...later] }: { dates: Points['expiring'] }) {
  const words = useWords().pointsScreen
  const days = useDays()
  const say = usePointWords()
  if (!next) return null
  const line = ({ units, until }: typeof next) => words.expires(say(units), days.date(days.dayOf(until)))
  return (
    <div className={isSoon(next.until) ? 'points-expiring points-soon' : 'points-expiring'}>
      <p className="points-next">
        <Icon name="clock" size={20} />
        <span>
          <b>{line(next)}</b>
          <span className="small">{words.expiresWhy}</span>
        </span>
      </p>
      {later.length > 0 && (
        <details>
          <summary>
            {words.later(later.length)}
            <Icon name="next" size={20} />
          </summary>
          <ul>
            {later.map((each) => (
              <li key={each.until} className="small">
                {line(each)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

import type { Why } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Card } from '../../parts/card.tsx'
import { usePointWords } from '../../point-words.ts'
import { isStay } from './history.tsx'

/** The points one by one lot: when they were earned, until when they can be spent, what is left of them. */
export function Lots({ why: { reason, points, lots } }: { why: Why }) {
  const { why: words, waitsForShop } = useWords()
  const days = useDays()
  const say = usePointWords()
  const day = (at: string) => days.date(days.dayOf(at))
  // What only changed its state left a lot and came into one: it is told by where it is now.
  const told = isStay(reason) ? lots.filter(({ units }) => units > 0) : lots
  if (told.length === 0) return null
  const [isGone, isKept] = [points < 0, reason === 'reserved']
  return (
    <Card>
      <h2 className="why-title">{isGone || isKept ? words.lotsTaken : words.lots}</h2>
      <ul className="why-lots">
        {told.map(({ units, left, pending, activeFrom, earnedAt, until }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may look alike, and none moves
          <li key={i}>
            <b>{say(Math.abs(units))}</b>
            <span className="small muted">
              {[
                words.earnedOn(day(earnedAt)),
                until ? words.until(day(until)) : words.forGood,
                pending > 0 && (activeFrom ? words.waits(day(activeFrom)) : waitsForShop),
                !isGone && !isKept && left > 0 && left < units && words.left(say(left)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

import { useState } from 'react'
import { formatNumber } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Entry } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button, Link, LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ActProblem } from '../../parts/loaded.tsx'

/** At first, and with each press more. */
const step = 10
/** As many come at once. */
const page = 50

/** What came and went, the newest first; each opens why. */
export function History({ newest }: { newest: Entry[] }) {
  const words = useWords()
  const { history, historyWhy, empty, emptyWords, older } = words.pointsScreen
  const [before, keep] = useState<Entry[]>([])
  const [isAll, end] = useState(newest.length < page)
  const [shown, show] = useState(step)
  // One that is gone from the newest lets an older one into them.
  const entries = [...newest, ...before.filter(({ id }) => newest.every((entry) => entry.id !== id))]
  const more = useAct(async () => {
    if (shown + step > entries.length && !isAll) {
      const { at, id } = entries[entries.length - 1]!
      const next = await answerOf(api.points.entries.$get({ query: { at, id } }))
      keep([...before, ...next])
      end(next.length < page)
    }
    show(shown + step)
  })
  return (
    <section className="points-part">
      <div>
        <h2>{history}</h2>
        {entries.length > 0 && <p className="small muted">{historyWhy}</p>}
      </div>
      {entries.length === 0 ? (
        <Empty title={empty} words={emptyWords}>
          <LinkButton to="/services" icon="book">
            {words.home.book}
          </LinkButton>
        </Empty>
      ) : (
        <ul className="entries">
          {entries.slice(0, shown).map((entry) => (
            <li key={entry.id}>
              <OneEntry entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <ActProblem of={more} />
      {(entries.length > shown || !isAll) && (
        <Button look="soft" busy={more.busy} onPress={more.run}>
          {older}
        </Button>
      )}
    </section>
  )
}

function OneEntry({ entry: { id, points, reason, at, about, cause, sum } }: { entry: Entry }) {
  const { pointsScreen: words, thanks } = useWords()
  const days = useDays()
  return (
    <Link to={`/points/entries/${id}?${new URLSearchParams({ of: cause })}`} className="entry">
      <span className="entry-words">
        {reason === 'given' && sum.thanks ? thanks[sum.thanks] : words.reasons[reason]}
        <span className="small muted">
          {about && `${about} · `}
          {days.day(days.dayOf(at))}
        </span>
      </span>
      <Moved reason={reason} points={points} />
      <span className="unseen">{words.why}</span>
      <Icon name="next" size={20} />
    </Link>
  )
}

/** They were there before and are there after: only what may be done with them changed. */
const stayed = ['reserved', 'released', 'confirmed', 'extended']
export const isStay = (reason: Entry['reason']) => stayed.includes(reason)

export function Moved({ reason, points }: Pick<Entry, 'reason' | 'points'>) {
  const number = formatNumber(Math.abs(points))
  if (isStay(reason)) return <b className="muted">{number}</b>
  return <b className={points > 0 ? 'points-up' : 'points-down'}>{`${points > 0 ? '+' : '−'}${number}`}</b>
}

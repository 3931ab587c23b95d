import type { Invitation } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Card, Empty } from '../../parts/card.tsx'
import { usePointWords } from '../../point-words.ts'

type Friend = Invitation['friends'][number]

/** Whom I invited, whether they have come, and what it brought me. */
export function Friends({ friends }: { friends: Friend[] }) {
  const words = useWords().invite
  if (friends.length === 0) return <Empty title={words.none} words={words.noneWords} />
  return (
    <Card>
      <h2>{words.friends}</h2>
      <ul>
        {friends.map((friend) => (
          <OneFriend key={friend.at + friend.name} friend={friend} />
        ))}
      </ul>
    </Card>
  )
}

function OneFriend({ friend: { name, state, why, points, isPending, at } }: { friend: Friend }) {
  const words = useWords().invite
  const say = usePointWords()
  const days = useDays()
  const reason = why === 'most_a_year' ? words.yearFull : why === 'refunded' ? words.refunded : undefined
  return (
    <li className="invite-friend">
      <span>
        {name || words.someone}
        <span className="small muted">
          {[words.states[state], reason, days.day(days.dayOf(at))].filter(Boolean).join(' · ')}
        </span>
      </span>
      {state === 'paid' && points > 0 && (
        <b className={isPending ? 'muted' : 'points-up'}>
          {isPending ? words.pending(say(points)) : words.got(say(points))}
        </b>
      )}
    </li>
  )
}

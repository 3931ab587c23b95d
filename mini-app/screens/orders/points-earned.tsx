import { answerOf } from '../../answer.ts'
import { api, type Order, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { usePointWords } from '../../point-words.ts'

/** What a done order earned, told once it is. */
export function PointsEarned({ order: { id, status } }: { order: Order }) {
  const words = useWords().orders
  const say = usePointWords()
  const earned = useLoad(status === 'done' ? `points of ${id}` : undefined, async (signal) => {
    const { entries } = await answerOf(api.points.$get({}, until(signal)))
    const own = entries.filter(({ cause, reason }) => cause === id && reason === 'earned')
    return own.reduce((sum, { points }) => sum + points, 0)
  })
  if (!earned.answer) return null
  return (
    <Card tone="soft">
      <p className="order-earned">
        <Icon name="gift" size={20} />
        {words.earned(say(earned.answer))}
      </p>
    </Card>
  )
}

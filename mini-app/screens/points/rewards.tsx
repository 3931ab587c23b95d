import type { Points } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Card, Empty } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'

/** What points are good for, and for each how many are missing. */
export function Rewards({ points: { balance, rewards } }: { points: Points }) {
  const words = useWords()
  const say = words.pointsScreen
  return (
    <section className="points-part">
      <h2>{say.rewards}</h2>
      {rewards.length === 0 && <Empty title={say.rewards} words={say.noRewards} />}
      {rewards.map(({ id, name, pointsCost, reachable }) => (
        <Card key={id}>
          <div className="reward-head">
            <span className="reward-name">{name}</span>
            <span className="strong">{words.points(pointsCost)}</span>
          </div>
          {reachable ? (
            <p className="reward-ready small">
              <Icon name="check" size={20} />
              {say.reachable}
            </p>
          ) : (
            <>
              <div className="reward-way" aria-hidden="true">
                <div style={{ width: `${Math.max(0, Math.min(100, (balance / pointsCost) * 100))}%` }} />
              </div>
              <p className="small muted">{say.missing(words.points(Math.max(1, pointsCost - balance)))}</p>
            </>
          )}
        </Card>
      ))}
    </section>
  )
}

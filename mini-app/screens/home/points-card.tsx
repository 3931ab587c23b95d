import type { Points } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Link } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { nearestReward } from '../../rewards.ts'

export function PointsCard({ points }: { points: Points }) {
  const words = useWords()
  const nearest = nearestReward(points)
  return (
    <Link to="/points" className="home-points">
      <span className="home-points-icon">
        <Icon name="gift" />
      </span>
      <span className="home-points-words">
        <span className="strong">{words.points(points.balance)}</span>
        {nearest && (
          <span className="small muted">
            {nearest.missing > 0
              ? words.pointsScreen.nearest(words.points(nearest.missing), nearest.name)
              : words.pointsScreen.enough(nearest.name)}
          </span>
        )}
      </span>
      <span className="home-points-code">
        <Icon name="qr" size={20} />
        {words.memberCode.title}
      </span>
    </Link>
  )
}

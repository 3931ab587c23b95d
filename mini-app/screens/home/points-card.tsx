import type { Points } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { nearestOffer } from '../../offers.ts'
import { Link } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { usePointWords } from '../../point-words.ts'
import { expiringSoon } from '../../running-out.ts'

/** What there is, what it is nearly enough for, and what of it runs out soon. */
export function PointsCard({ points }: { points: Points }) {
  const { pointsScreen: words, memberCode, tiers } = useWords()
  const days = useDays()
  const say = usePointWords()
  const nearest = nearestOffer(points)
  const soon = expiringSoon(points)
  return (
    <Link to="/points" className="home-points">
      <span className="home-points-icon">
        <Icon name="gift" />
      </span>
      <span className="home-points-words">
        <span className="strong">
          {say(points.balance)}
          {points.tier?.name && <span className="home-points-tier">{tiers.level(points.tier.name)}</span>}
        </span>
        {nearest && (
          <span className="small muted">
            {nearest.missing > 0 ? words.nearest(say(nearest.missing), nearest.name) : words.enough(nearest.name)}
          </span>
        )}
        {soon && (
          <span className="small home-points-soon">
            {words.expires(say(soon.units), days.date(days.dayOf(soon.until)))}
          </span>
        )}
      </span>
      <span className="home-points-code">
        <Icon name="qr" size={20} />
        {memberCode.title}
      </span>
    </Link>
  )
}

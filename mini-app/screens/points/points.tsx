import { formatNumber, formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Points as PointsAnswer, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton, Skeletons } from '../../parts/skeleton.tsx'
import { useShop } from '../../shop.ts'
import { MemberCode } from './member-code.tsx'
import './points.css'
import { Rewards } from './rewards.tsx'

export function Points() {
  const words = useWords().pointsScreen
  const points = useLoad('points', (signal) => answerOf(api.points.$get({}, until(signal))))
  return (
    <Screen title={words.title}>
      <MemberCode />
      <Loaded
        of={points}
        shape={
          <>
            <Skeleton height={124} />
            <Skeletons count={4} height={72} />
          </>
        }
      >
        {(known) => (
          <>
            <Balance balance={known.balance} />
            <Rewards points={known} />
            <History entries={known.entries} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function Balance({ balance }: { balance: number }) {
  const words = useWords().pointsScreen
  const { pointsUnitVnd } = useShop()
  return (
    <div className="points-balance">
      <p className="small">{words.balance}</p>
      <p className="points-number">{formatNumber(balance)}</p>
      <p className="small">{words.rule(formatVnd(pointsUnitVnd))}</p>
    </div>
  )
}

function History({ entries }: { entries: PointsAnswer['entries'] }) {
  const words = useWords()
  const days = useDays()
  const { history, empty, emptyWords, reasons } = words.pointsScreen
  return (
    <section className="points-part">
      <h2>{history}</h2>
      {entries.length === 0 ? (
        <Empty title={empty} words={emptyWords}>
          <LinkButton to="/services" icon="book">
            {words.home.book}
          </LinkButton>
        </Empty>
      ) : (
        <Card>
          <ul className="points-entries">
            {entries.map(({ id, points, reason, at, about }) => (
              <li key={id}>
                <span>
                  {reasons[reason]}
                  <span className="small muted">
                    {about && `${about} · `}
                    {days.day(days.dayOf(at))}
                  </span>
                </span>
                <b className={points > 0 ? 'points-up' : 'points-down'}>
                  {points > 0 ? '+' : '−'}
                  {formatNumber(Math.abs(points))}
                </b>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  )
}

import { VisuallyHidden } from '@mantine/core'
import { formatNumber } from '../../../../shared/money.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import type { Liability } from './owed.tsx'
import { signed } from './signed.ts'
import css from './statement.module.css'

type Props = { roll: Liability['roll']; from: string; to: string }

/** Opening, what came, what went, closing: in the order in which it adds up. */
export function RollForward({ roll, from, to }: Props) {
  const { liability } = useWords()
  const { date } = useFormats()
  const moves = [
    ...[
      { label: liability.earned, points: roll.earned },
      { label: liability.returned, points: roll.returned },
    ],
    ...[
      { label: liability.adjusted, points: roll.adjusted },
      { label: liability.takenBack, points: -roll.reversed },
    ],
    ...[
      { label: liability.redeemed, points: -roll.redeemed },
      { label: liability.expired, points: -roll.expired },
    ],
  ]
  return (
    <Card>
      <table className={css.statement}>
        <caption>{liability.statement}</caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{liability.what}</VisuallyHidden>
            </th>
            <th scope="col">{liability.points}</th>
          </tr>
        </thead>
        <tbody>
          <tr className={css.total}>
            <th scope="row">{liability.opening(date(from))}</th>
            <td>{formatNumber(roll.opening)}</td>
          </tr>
          {moves.map(({ label, points }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{points === 0 ? '0' : signed(points)}</td>
            </tr>
          ))}
          <tr className={`${css.total} ${css.closing}`}>
            <th scope="row">{liability.closing(date(to))}</th>
            <td>= {formatNumber(roll.closing)}</td>
          </tr>
        </tbody>
      </table>
    </Card>
  )
}

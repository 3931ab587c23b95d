import { Link } from 'react-router'
import { monthAt, monthOf } from '../../../../shared/day-number.ts'
import { formatNumber } from '../../../../shared/money.ts'
import { useWords } from '../../words/words.ts'
import { percent } from './figure-formats.ts'
import css from './heat.module.css'
import { heat } from './heat.ts'
import page from './insights.module.css'
import type { Cohorts } from './use-figures.ts'

type Row = Cohorts['rows'][number]
const shortMonth = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`
const whole = (share: number) => percent(Math.round(share * 100) / 100)

/** A row a month of first visits, darker where more came again; months that are not over are hatched. */
export function CohortTable({ cohorts: { rows, mean }, bounded }: { cohorts: Cohorts; bounded: 'true' | 'false' }) {
  const { insights } = useWords()
  // The first column is everybody: the colours tell the others apart.
  const most = Math.max(0.01, ...rows.flatMap(({ cells }) => cells.slice(1).map(({ value }) => value ?? 0)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with keys
    <section className={page.scroll} aria-label={insights.tableOf(insights.cohorts)} tabIndex={0}>
      <table className={css.heat}>
        <thead>
          <tr>
            <th scope="col">{insights.firstMonth}</th>
            <th scope="col">{insights.people}</th>
            {mean.map((_, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
              <th key={k} scope="col">
                {insights.monthAfter(k)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CohortRow key={row.month} row={row} most={most} bounded={bounded} />
          ))}
          <tr className={css.mean}>
            <th scope="row">{insights.mean}</th>
            <td>{formatNumber(rows.reduce((sum, { customers }) => sum + customers, 0))}</td>
            {mean.map(({ value }, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number
              <td key={k} style={k > 0 && value !== null ? heat(value / most) : undefined}>
                {value === null ? '–' : whole(value)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function CohortRow({ row: { month, customers, cells }, most, bounded }: { row: Row; most: number; bounded: string }) {
  const { insights } = useWords()
  const behind = (seenIn?: string) =>
    `/insights/customers?${new URLSearchParams({ which: 'cohort', month, ...(seenIn && { seenIn, bounded }) })}`
  return (
    <tr>
      <th scope="row">{shortMonth(month)}</th>
      <td>
        <Link to={behind()} aria-label={insights.cohortSize(formatNumber(customers), shortMonth(month))}>
          {formatNumber(customers)}
        </Link>
      </td>
      {cells.map(({ value, numerator, whole: isOver }, k) => {
        const seenIn = monthAt(monthOf(`${month}-01`) + k)
        const shown = value === null ? formatNumber(numerator) : whole(value)
        const told = insights.cohortCell(formatNumber(numerator), shortMonth(month), shortMonth(seenIn), isOver)
        return (
          <td
            key={seenIn}
            className={isOver ? undefined : css.unfinished}
            style={k > 0 && value !== null ? heat(value / most) : undefined}
          >
            <Link to={behind(seenIn)} aria-label={`${shown}: ${told}`}>
              {shown}
            </Link>
          </td>
        )
      })}
    </tr>
  )
}

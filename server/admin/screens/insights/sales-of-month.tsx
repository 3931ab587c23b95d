import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import type { Overview } from './use-figures.ts'

/** Each day of a month and their sum. */
export function SalesOfMonth({ days }: Pick<Overview, 'days'>) {
  const { insights } = useWords()
  const { date } = useFormats()
  const sum = (of: 'netVnd' | 'visits' | 'newCustomers' | 'nameless') => days.reduce((all, day) => all + day[of], 0)
  const number = (n: number) => ({ raw: n, shown: formatNumber(n) })
  const money = (n: number) => ({ raw: n, shown: formatVnd(n) })
  return (
    <ChartFrame
      title={insights.salesOfMonth}
      means={insights.means.net}
      name="doanh-thu-thang"
      facts={{
        titles: insights.salesTitles,
        rows: [
          ...days.map(({ day, netVnd, visits, newCustomers, nameless }) => [
            { raw: day, shown: date(day) },
            ...[money(netVnd), number(visits), number(newCustomers), number(nameless)],
          ]),
          [
            insights.sum,
            ...[money(sum('netVnd')), number(sum('visits')), number(sum('newCustomers')), number(sum('nameless'))],
          ],
        ],
      }}
    />
  )
}

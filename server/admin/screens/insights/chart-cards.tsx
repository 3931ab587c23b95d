import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { stepsOf } from './by-week.ts'
import { ChartFrame } from './chart-frame.tsx'
import { hundredths, percent } from './figure-formats.ts'
import { countAt, HoursGrid, hoursOf, weekdays } from './hours-grid.tsx'
import { CurveChart, SalesChart, VisitorsChart } from './lazy-charts.tsx'
import { useAsked } from './use-asked.ts'
import type { Overview } from './use-figures.ts'

export function CurveCard({ curve }: Pick<Overview, 'curve'>) {
  const { insights: words } = useWords()
  const { date } = useFormats()
  const { length } = useAsked()
  const share = (value: number | null) => ({
    raw: hundredths(value),
    shown: value === null ? words.tooFew : percent(value),
  })
  const rows = curve.map(({ day, numerator, denominator, value, low, high }) => [
    ...[{ raw: day, shown: date(day) }, numerator, denominator],
    ...[share(value), share(value === null ? null : low), share(value === null ? null : high)],
  ])
  return (
    <ChartFrame
      title={words.curve}
      means={words.means.curve(length)}
      name="khach-quay-lai"
      facts={{ titles: words.curveTitles, rows }}
    >
      <CurveChart curve={curve} />
    </ChartFrame>
  )
}

/** Many days are shown by weeks, each named by its Monday. */
function useSteps(days: Overview['days']) {
  const { insights: words } = useWords()
  const { date } = useFormats()
  const steps = stepsOf(days)
  const isWeekly = steps.length < days.length
  return { steps, drawn: steps.map((step) => ({ ...step, day: date(step.day) })), unit: words.steps(isWeekly), date }
}

export function VisitorsCard({ days }: Pick<Overview, 'days'>) {
  const { insights: words } = useWords()
  const { steps, drawn, unit, date } = useSteps(days)
  return (
    <ChartFrame
      title={words.visitors(unit)}
      means={words.means.visitors}
      name="khach-moi-khach-cu"
      facts={{
        titles: [unit, words.returning, words.newCustomers, words.nameless],
        rows: steps.map(({ day, returning, newCustomers, nameless }) => [
          ...[{ raw: day, shown: date(day) }, returning, newCustomers, nameless],
        ]),
      }}
    >
      <VisitorsChart days={drawn} />
    </ChartFrame>
  )
}

export function SalesCard({ days }: Pick<Overview, 'days'>) {
  const { insights: words } = useWords()
  const { steps, drawn, unit, date } = useSteps(days)
  return (
    <ChartFrame
      title={words.salesBy(unit)}
      means={words.means.net}
      name="doanh-thu"
      facts={{
        titles: [unit, words.net],
        rows: steps.map(({ day, netVnd }) => [
          { raw: day, shown: date(day) },
          { raw: netVnd, shown: formatVnd(netVnd) },
        ]),
      }}
    >
      <SalesChart days={drawn} />
    </ChartFrame>
  )
}

export function HoursCard({ hours }: Pick<Overview, 'hours'>) {
  const { insights: words, weekdays: names } = useWords()
  const rows = hoursOf(hours).map((hour) => [
    `${hour}:00`,
    ...weekdays.map((weekday) => ({
      raw: countAt(hours, weekday, hour),
      shown: formatNumber(countAt(hours, weekday, hour)),
    })),
  ])
  return (
    <ChartFrame
      title={words.hours}
      means={words.means.hours}
      name="gio-dong-khach"
      facts={{ titles: [words.hour, ...names], rows }}
    >
      <HoursGrid hours={hours} />
    </ChartFrame>
  )
}

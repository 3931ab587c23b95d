import '@mantine/charts/styles.css'
import { BarChart, CompositeChart } from '@mantine/charts'
import { formatVnd } from '../../../../shared/money.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { hundredths } from './figure-formats.ts'
import type { Overview } from './use-figures.ts'

const plain = { h: 240, withTooltip: true, tooltipAnimationDuration: 0, withLegend: true } as const
const still = { accessibilityLayer: false } // the table beside each chart is what is read aloud

/** Each week's share of who came again, and within what it lies for certain, since it can be told. */
export function CurveChart({ curve }: { curve: Overview['curve'] }) {
  const { insights: words } = useWords()
  const { date } = useFormats()
  const since = Math.max(
    0,
    curve.findIndex(({ value }) => value !== null),
  )
  const points = curve.slice(since).map(({ day, value, low, high }) => ({
    ...{ day: date(day), share: hundredths(value) },
    band: value === null ? null : [hundredths(low), hundredths(high)],
  }))
  const shown = (value: number | number[]) => (Array.isArray(value) ? value.join(' – ') : value).toString()
  return (
    <CompositeChart
      {...plain}
      data={points}
      dataKey="day"
      unit=" %"
      withDots={false}
      curveType="linear"
      composedChartProps={still}
      xAxisProps={{ minTickGap: 32 }}
      valueFormatter={shown as (value: number) => string}
      series={[
        { name: 'band', label: words.interval95, color: 'brand.3', type: 'area' },
        { name: 'share', label: words.cameAgain, color: 'brand.6', type: 'line' },
      ]}
    />
  )
}

/** Who came, new and known. */
export function VisitorsChart({ days }: { days: { day: string; newCustomers: number; returning: number }[] }) {
  const { insights: words } = useWords()
  return (
    <BarChart
      {...plain}
      data={days}
      dataKey="day"
      type="stacked"
      barChartProps={still}
      xAxisProps={{ minTickGap: 24 }}
      series={[
        { name: 'returning', label: words.returning, color: 'brand.6' },
        { name: 'newCustomers', label: words.newCustomers, color: 'yellow.5' },
      ]}
    />
  )
}

export function SalesChart({ days }: { days: { day: string; netVnd: number }[] }) {
  const { insights: words } = useWords()
  return (
    <BarChart
      {...plain}
      withLegend={false}
      data={days}
      dataKey="day"
      barChartProps={still}
      xAxisProps={{ minTickGap: 24 }}
      yAxisProps={{ width: 56, tickFormatter: words.shortVnd }}
      valueFormatter={formatVnd}
      series={[{ name: 'netVnd', label: words.net, color: 'brand.6' }]}
    />
  )
}

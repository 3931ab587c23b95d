import { SimpleGrid } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { useWords } from '../../words/words.ts'
import { Against } from './against.tsx'
import { Figure } from './figure.tsx'
import { decimals, percent } from './figure-formats.ts'
import { underRate } from './interval.ts'
import type { Overview } from './use-figures.ts'
import { WhoseLink } from './whose-link.tsx'

const shown = (value: number | null) => (value === null ? null : percent(value))

/** Who stays, who leaves, how often they come and what they spend. */
export function Regulars({ figures, repeat }: Pick<Overview, 'figures' | 'repeat'>) {
  const words = useWords()
  const { insights } = words
  const { churn, secondVisit, returning, frequency, perVisitVnd, against, sales } = figures
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing={16}>
      <Figure
        label={insights.names.churn}
        means={insights.means.churn}
        value={shown(churn.value)}
        under={[
          ...underRate(words, churn),
          <Against key="against" own={churn.value} other={against.churn.value} show={percent} better="less" />,
          insights.standing(formatNumber(figures.active), formatNumber(figures.lapsed)),
        ]}
      >
        <WhoseLink which="leaving" />
        <WhoseLink which="late" />
        <WhoseLink which="active" />
        <WhoseLink which="left" />
      </Figure>
      <Figure
        label={insights.names.returning}
        means={insights.means.returning}
        value={shown(returning.value)}
        under={[
          ...underRate(words, returning),
          <Against key="against" own={returning.value} other={against.returning.value} show={percent} better="more" />,
        ]}
      >
        <WhoseLink which="customers" />
        <WhoseLink which="new" />
        <WhoseLink which="returning" />
      </Figure>
      <Figure
        label={insights.names.secondVisit(secondVisit.days)}
        means={insights.means.secondVisit(secondVisit.days)}
        value={shown(secondVisit.value)}
        under={[
          ...underRate(words, secondVisit),
          <Against
            key="against"
            own={secondVisit.value}
            other={against.secondVisit.value}
            show={percent}
            better="more"
          />,
        ]}
      >
        <WhoseLink which="once" />
      </Figure>
      <RepeatRates repeat={repeat} />
      <Figure
        label={insights.names.frequency}
        means={insights.means.frequency}
        value={frequency === null ? null : insights.times(decimals(frequency))}
        under={[
          insights.visitsOf(formatNumber(sales.visits), formatNumber(figures.customers)),
          <Against key="against" own={frequency} other={against.frequency} show={decimals} better="more" />,
        ]}
      />
      <Figure
        label={insights.names.perVisit}
        means={insights.means.perVisit}
        value={perVisitVnd === null ? null : formatVnd(Math.round(perVisitVnd))}
        under={[
          insights.salesOfVisits(formatVnd(sales.netVnd), formatNumber(sales.visits + sales.nameless)),
          <Against key="against" own={perVisitVnd} other={against.perVisitVnd} show={roundVnd} better="more" />,
        ]}
      />
    </SimpleGrid>
  )
}

const roundVnd = (vnd: number) => formatVnd(Math.round(vnd))

/** Within how long people came twice: three windows in one card, the middle one leading. */
function RepeatRates({ repeat }: Pick<Overview, 'repeat'>) {
  const words = useWords()
  const { insights } = words
  const [, middle] = repeat
  return (
    <Figure
      label={insights.names.repeat}
      means={insights.means.repeat}
      value={middle ? shown(middle.value) : null}
      under={repeat.flatMap(({ length, ...rate }) => [
        insights.repeatIn(length, shown(rate.value) ?? insights.tooFew, underRate(words, rate)[0] || ''),
      ])}
    />
  )
}

import { Skeleton } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { useOffers } from '../offers/use-offers.ts'
import { ChartFrame } from './chart-frame.tsx'

/** Each offer that somebody has had, and what it has cost since it began. */
export function OfferCosts() {
  const { insights } = useWords()
  return (
    <Loaded of={useOffers()} skeleton={<Skeleton h={200} />}>
      {(offers) => (
        <ChartFrame
          title={insights.offers}
          means={insights.means.offers}
          name="uu-dai"
          facts={{
            titles: insights.offerTitles,
            rows: offers
              .filter(({ open, used }) => open + used > 0)
              .sort((a, b) => b.spentVnd - a.spentVnd)
              .map(({ name, open, used, spentVnd, setAsideVnd }) => [
                ...[name, used, { raw: spentVnd, shown: formatVnd(spentVnd) }],
                ...[open, { raw: setAsideVnd, shown: formatVnd(setAsideVnd) }],
              ]),
          }}
        />
      )}
    </Loaded>
  )
}

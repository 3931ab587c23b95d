import { Skeleton, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { isReckonable, type OfferValues, offerOf } from './offer-draft.ts'
import { useForecast } from './use-forecast.ts'

/** Whom it reaches and what it may cost, asked anew shortly after each change. */
export function ForecastCard({ values, offerId }: { values: OfferValues; offerId?: string }) {
  const { offers } = useWords()
  const [settled] = useDebouncedValue(values, 300)
  const isAskable = isReckonable(settled) && isReckonable(values)
  const load = useForecast(offerOf(settled), isAskable, offerId)
  return (
    <Card bg="var(--ground)">
      <section aria-label={offers.forecast} aria-live="polite">
        <Text fw={600} mb={8}>
          {offers.forecast}
        </Text>
        {isAskable ? (
          <Loaded of={load} skeleton={<Skeleton h={72} />}>
            {({ reach, expectedVnd, mostVnd, use, isAssumed }) => {
              const percent = formatNumber(Math.round(use * 100))
              return (
                <Stack gap={4}>
                  <Text size="sm">{offers.reach(formatNumber(reach))}</Text>
                  <Text fw={600}>{offers.expected(formatVnd(expectedVnd))}</Text>
                  <Text size="sm">{offers.mostCost(formatVnd(mostVnd))}</Text>
                  <Text size="xs" c="dimmed">
                    {isAssumed ? offers.assumed(percent) : offers.known(percent)}
                  </Text>
                </Stack>
              )
            }}
          </Loaded>
        ) : (
          <Text size="sm" c="dimmed">
            {offers.incomplete}
          </Text>
        )}
      </section>
    </Card>
  )
}

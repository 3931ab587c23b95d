import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { Figure } from './figure.tsx'

/** What the customers there are will bring within a year; it takes a while to reckon, so nothing waits for it. */
export function Lifetime() {
  const { insights } = useWords()
  const load = useQuery({
    queryKey: ['figures', 'lifetime'],
    queryFn: () => answerOf(api.figures.lifetime.$get()),
    staleTime: 600_000,
  })
  return (
    <Loaded of={load} skeleton={<Skeleton h={150} />}>
      {({ vnd, low, high, visits, customers, twice, enough, historicVnd }) => (
        <Figure
          label={insights.names.lifetime}
          means={insights.means.lifetime}
          value={vnd === null ? null : formatVnd(vnd)}
          under={[
            vnd === null
              ? insights.lifetimeNeeds(formatNumber(enough), formatNumber(twice))
              : insights.between(formatVnd(low), formatVnd(high)),
            visits !== null && insights.expectedVisits(formatNumber(visits), formatNumber(customers)),
            insights.broughtSoFar(formatVnd(historicVnd)),
          ]}
        />
      )}
    </Loaded>
  )
}

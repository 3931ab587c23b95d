import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { Figure } from './figure.tsx'

/** What the points that are out would cost. */
export function Owing() {
  const { insights } = useWords()
  const load = useQuery({ queryKey: ['figures', 'owing'], queryFn: () => answerOf(api.figures.owing.$get()) })
  return (
    <Loaded of={load} skeleton={<Skeleton h={120} />}>
      {({ faceVnd, expectedVnd, points }) => (
        <Figure
          label={insights.names.owing}
          means={insights.means.owing}
          value={formatVnd(faceVnd)}
          under={[
            insights.pointsOut(formatNumber(points)),
            expectedVnd !== null && insights.expectedCost(formatVnd(expectedVnd)),
          ]}
        />
      )}
    </Loaded>
  )
}

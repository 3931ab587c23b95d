import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { VisitPayment } from '../../../../shared/payments.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useWords } from '../../words/words.ts'
import type { BillValues } from './bill.ts'

type Completing = { values: BillValues; payment?: VisitPayment }

/** The visit is done and paid; without a payment, in cash. */
export function useCompletion(visit: Visit, done: () => void) {
  const words = useWords().visit
  return useAct(
    ({ values, payment }: Completing) => {
      const { priceVnd, discountVnd, coveredByPointsVnd, pointsUsed, creditVnd, ...chosen } = values
      return answerOf(
        api.bookings[':id'].complete.$post({
          param: { id: visit.id },
          json: {
            ...(visit.hasOpenPrice && { priceVnd: priceVnd || 0 }),
            ...{ discountVnd: discountVnd || 0, coveredByPointsVnd: coveredByPointsVnd || 0 },
            ...(pointsUsed && { pointsUsed }),
            ...{ ...chosen, creditVnd: creditVnd || 0 },
            ...(payment && { payment }),
          },
        }),
      )
    },
    {
      said: ({ paidVnd, points }) =>
        points
          ? words.completedWith(formatVnd(paidVnd ?? 0), formatNumber(points))
          : words.completed(formatVnd(paidVnd ?? 0)),
      done,
    },
  )
}

import { useEffect } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type OrderWish } from '../../api.ts'
import { emptyBasket } from '../../basket.ts'
import { useAct } from '../../load.ts'
import { problemOf } from '../../problem.ts'
import { navigate } from '../../router.ts'
import type { OrderDraft } from './order-draft.ts'

/** There is an order of this id with other words: it came through before these were changed. */
const isPlaced = 'id_taken'

/** Places the order, once however often it is sent. `onRefused` is for what has changed since it was looked at. */
export function usePlace(draft: OrderDraft, onRefused: () => void) {
  const { id, sent } = draft.draft

  function leave() {
    draft.finish()
    navigate(`/orders/${id}`, { replace: true })
    emptyBasket()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the screen opens
  useEffect(() => {
    // The answer may have been lost with the app: then the order is there already.
    if (sent) answerOf(api.orders[':id'].$get({ param: { id } })).then(leave, () => {})
  }, [])

  return useAct(async (order: Omit<OrderWish, 'id'>) => {
    draft.change({ sent: true })
    try {
      await answerOf(api.orders.$post({ json: { id, ...order } }))
    } catch (thrown) {
      const { kind, code } = problemOf(thrown)
      if (code !== isPlaced) {
        const isTimeGone = code === 'pickup_full' || code === 'pickup_closed'
        if (kind === 'refusal') draft.change({ sent: false, ...(isTimeGone && { pickupAt: null }) })
        onRefused()
        throw thrown
      }
    }
    leave()
  })
}

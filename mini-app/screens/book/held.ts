import { useEffect, useReducer, useState } from 'react'
import { newId } from '../../../shared/ids.ts'
import { minuteMs } from '../../../shared/time.ts'
import { answerOf } from '../../answer.ts'
import { api, type Hold } from '../../api.ts'
import { forgetAnswers } from '../../load.ts'
import { type Problem, problemOf } from '../../problem.ts'
import { useShop } from '../../shop.ts'
import type { Wish } from '../../wish.ts'

type Kept = { hold?: Hold; until?: number; problem?: Problem }

/**
 * Keeps the time while somebody confirms, and lets it go when they leave. `until` is by this phone's clock, which may
 * be wrong: the minutes are counted from the answer. `isWanted` is looked at when the screen opens.
 */
export function useHold(wish: Wish, startsAt: string, isWanted: boolean): Kept & { again: () => void } {
  const { holdMinutes } = useShop()
  const [kept, become] = useState<Kept>({})
  const [round, again] = useReducer((n: number) => n + 1, 0)
  const [wanted] = useState(isWanted)
  const visit = JSON.stringify(wish)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again
  useEffect(() => {
    if (!wanted) return
    const id = newId()
    let isGone = false
    become({})
    const asked = answerOf(api.holds.$post({ json: { ...(JSON.parse(visit) as Wish), id, startsAt } }))
    asked.then(
      (hold) => !isGone && become({ hold, until: Date.now() + holdMinutes * minuteMs }),
      (thrown) => {
        forgetAnswers()
        if (!isGone) become({ problem: problemOf(thrown) })
      },
    )
    return () => {
      isGone = true
      asked.then(() => api.holds[':id'].$delete({ param: { id } })).catch(() => {}) // it ends by itself in any case
    }
  }, [visit, startsAt, round, wanted, holdMinutes])

  return { ...kept, again }
}

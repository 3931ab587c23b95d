import { useRef } from 'react'
import type { Basket } from '../../../shared/orders.ts'
import { answerOf } from '../../answer.ts'
import { api, type OrderQuote, until } from '../../api.ts'
import { useLoad } from '../../load.ts'
import { problemOf } from '../../problem.ts'
import { useSettled } from '../../settled.ts'

export type Quoted = OrderQuote & {
  /** Why points were left out. */
  pointsProblem?: string | undefined
}

/** What a basket costs, asked again a moment after it changes. Until then the sums before stay, told as not fresh. */
export function useQuote(basket: Basket | undefined) {
  const wanted = basket && JSON.stringify(basket)
  const settled = useSettled(wanted)
  const load = useLoad(settled && `quote ${settled}`, (signal) => ask(JSON.parse(settled!), signal))
  const last = useRef<Quoted>(undefined)
  if (load.answer) last.current = load.answer
  return {
    quote: last.current,
    isFresh: load.answer !== undefined && settled === wanted,
    problem: load.problem,
    again: load.again,
  }
}

/** Points that do not fit are left out, so that the sums without them can be seen. */
async function ask(basket: Basket, signal: AbortSignal): Promise<Quoted> {
  try {
    return await answerOf(api.orders.quote.$post({ json: basket }, until(signal)))
  } catch (thrown) {
    const { field, code, sentence } = problemOf(thrown)
    if (field !== 'pointsUsed' && code !== 'points_are_no_money') throw thrown
    const without = await answerOf(api.orders.quote.$post({ json: { ...basket, pointsUsed: 0 } }, until(signal)))
    return { ...without, pointsProblem: sentence }
  }
}

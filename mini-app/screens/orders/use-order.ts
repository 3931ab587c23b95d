import { useEffect } from 'react'
import { answerOf } from '../../answer.ts'
import { api, until } from '../../api.ts'
import { useLoad } from '../../load.ts'
import { isUnderWay } from '../../order-words.ts'

const everyMs = 5_000

/** One of my orders. With `follows` it is asked for again while it is under way and somebody looks. */
export function useOrder(id: string, { follows = false } = {}) {
  const order = useLoad(`order ${id}`, (signal) => answerOf(api.orders[':id'].$get({ param: { id } }, until(signal))))
  const { answer, problem, again } = order
  const isOver =
    !follows || (answer ? !isUnderWay(answer) : problem?.kind === 'not_found' || problem?.kind === 'refusal')

  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer, and every failure to get one, is followed by the next question
  useEffect(() => {
    if (isOver || (!answer && !problem)) return
    const next = setTimeout(() => document.visibilityState === 'visible' && again(), everyMs)
    return () => clearTimeout(next)
  }, [answer, problem, isOver])

  return order
}

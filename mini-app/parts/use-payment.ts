import { useEffect, useRef } from 'react'
import { answerOf } from '../answer.ts'
import { api, type Payment, until } from '../api.ts'
import { useLoad } from '../load.ts'

const firstMs = 2_000
const longestMs = 20_000

/** All of it, or more, is there. */
export const hasCome = ({ state }: Pick<Payment, 'state'>) => state === 'paid' || state === 'over'

/** A payment, asked for again and again until it is paid: ever more rarely, and only while somebody looks. */
export function usePayment(id: string) {
  const payment = useLoad(`payment ${id}`, (signal) =>
    answerOf(api.payments[':id'].$get({ param: { id } }, until(signal))),
  )
  const { answer, problem, again } = payment
  const waitMs = useRef(firstMs)
  const isOver = answer !== undefined && (hasCome(answer) || answer.state === 'dropped')

  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer, and every failure to get one, is followed by the next question
  useEffect(() => {
    if (isOver || (!answer && !problem)) return
    const next = setTimeout(() => document.visibilityState === 'visible' && again(), waitMs.current)
    waitMs.current = Math.min(longestMs, waitMs.current * 1.2)
    return () => clearTimeout(next)
  }, [answer, problem, isOver])

  return {
    ...payment,
    /** Somebody is about to pay: asks often again. */
    again: () => {
      waitMs.current = firstMs
      again()
    },
  }
}

import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { NewTillOrder } from '../../../../shared/orders.ts'
import { answerOf, api, type Problem } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import type { WholeOrder } from '../orders/answers.ts'

/** Sells, under one id however often it is sent. Where the first sending arrived after all, what was sold then is told. */
export function useSell(onSold: (order: WholeOrder) => void) {
  const id = useRef(newId())
  return useAct(
    async (wish: Omit<NewTillOrder, 'id'>) => {
      try {
        return await answerOf(api.till.$post({ json: { id: id.current, ...wish } }))
      } catch (problem) {
        if ((problem as Problem).code !== 'id_taken') throw problem
        return await answerOf(api.orders[':id'].$get({ param: { id: id.current } }))
      }
    },
    { done: onSold },
  )
}

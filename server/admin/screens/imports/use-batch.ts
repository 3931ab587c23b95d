import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { BatchChange, RowState } from '../../../../shared/batches.ts'
import type { Batch } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'

const isAtWork = (batch?: Batch) => batch?.state === 'entering' || batch?.state === 'undoing'

/** A sheet with a page of its rows; asked again and again while a round is at it. */
export const useBatch = (id: string, state: RowState | undefined, offset: number) =>
  useQuery({
    queryKey: ['batch', id, state, offset],
    queryFn: () => answerOf(api.batches[':id'].$get({ param: { id }, query: { state, offset: String(offset) } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (isAtWork(data) ? 700 : false),
  })

/** What can be done with a sheet. */
export function useBatchActs({ id, kind, columns, settings }: Batch, thrown: { said: string; done: () => void }) {
  const param = { id }
  const one = api.batches[':id']
  return {
    change: useAct((part: Partial<BatchChange>) =>
      answerOf(one.$put({ param, json: { ...settings, kind, columns, ...part } })),
    ),
    enter: useAct((_: undefined) => answerOf(one.enter.$post({ param }))),
    pause: useAct((_: undefined) => answerOf(one.pause.$post({ param }))),
    undo: useAct((_: undefined) => answerOf(one.undo.$post({ param }))),
    throwAway: useAct((_: undefined) => answerOf(one.throw.$post({ param })), {
      said: () => thrown.said,
      done: thrown.done,
    }),
  }
}
export type BatchActs = ReturnType<typeof useBatchActs>

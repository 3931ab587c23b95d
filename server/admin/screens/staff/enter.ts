import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Problem } from '../../api.ts'
import { sessionKey } from '../../queries.ts'

/** Signs someone in; the session is then loaded afresh, which opens the pages. */
export function useEnter<Input>(enter: (input: Input) => Promise<unknown>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation<unknown, Problem, Input>({
    mutationFn: enter,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionKey })
      done?.()
    },
  })
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, api, type Problem } from '../../api.ts'
import { sessionKey } from '../../queries.ts'

/** What may be shown before anyone is signed in. */
export const useDoor = (enabled: boolean) =>
  useQuery({ queryKey: ['door'], queryFn: () => answerOf(api.door.$get()), enabled })

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

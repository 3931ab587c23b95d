import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Problem } from '../api.ts'

export const tell = (message: string) => notifications.show({ message, color: 'brand' })
export const tellProblem = (problem: Problem) =>
  notifications.show({ message: problem.message, color: 'red', autoClose: 8000 })

type After<Output, Input> = { said?: (output: Output, input: Input) => string; done?: (output: Output) => void }

/**
 * Something that changes the shop: loads afresh whatever is on the screen, then says what happened, so that what is said is
 * what is seen. A problem about a field is left to the form, any other is told as a sentence.
 */
export function useAct<Input, Output>(
  act: (input: Input) => Promise<Output>,
  { said, done }: After<Output, Input> = {},
) {
  const queries = useQueryClient()
  return useMutation<Output, Problem, Input>({
    mutationFn: act,
    onSuccess: async (output, input) => {
      done?.(output)
      await queries.invalidateQueries()
      if (said) tell(said(output, input))
    },
    onError: (problem) => {
      if (problem.code === 'not_signed_in') return queries.invalidateQueries()
      if (!problem.field) tellProblem(problem)
      return queries.invalidateQueries()
    },
  })
}

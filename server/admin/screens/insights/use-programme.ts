import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useAsked } from './use-asked.ts'

export function useProgrammeFigures() {
  const { query } = useAsked()
  return useQuery({
    queryKey: ['figures', 'programme', query],
    queryFn: () => answerOf(api.figures.programme.$get({ query })),
  })
}

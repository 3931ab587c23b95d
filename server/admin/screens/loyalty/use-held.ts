import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useMay } from '../../session.ts'

/** Points that wait for somebody to look; asked for only by who may decide. */
export function useHeld() {
  const may = useMay()('manager')
  return useQuery({
    queryKey: ['held'],
    queryFn: () => answerOf(api.held.$get()),
    enabled: may,
    refetchInterval: 60_000,
  })
}

import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useMay } from '../../session.ts'

/** Where money differs from what it is for, and how much waits; asked for only by who runs the shop. */
export function useDifferences() {
  const may = useMay()('manager')
  return useQuery({
    queryKey: ['differences'],
    queryFn: () => answerOf(api.money.differences.$get()),
    enabled: may,
    refetchInterval: 60_000,
  })
}

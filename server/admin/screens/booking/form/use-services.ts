import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../../api.ts'

/** What can be booked at the desk. */
export function useServices() {
  const services = useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) })
  return (services.data ?? []).filter(({ active }) => active)
}

import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'

export const unseenOrders = { queryKey: ['orders', 'unseen'], queryFn: () => answerOf(api.orders.unseen.$get()) }

/** How many orders nobody has looked at; the bell of the shell keeps asking. */
export const useUnseen = () => useQuery(unseenOrders).data?.count ?? 0

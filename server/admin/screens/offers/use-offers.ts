import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'

/** All offers, with what is out, used and spent. */
export const useOffers = () => useQuery({ queryKey: ['offers'], queryFn: () => answerOf(api.offers.$get()) })

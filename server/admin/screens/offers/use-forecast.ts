import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Offer as Wish } from '../../../../shared/offers.ts'
import { answerOf, api } from '../../api.ts'

/** Whom an offer would reach and what it may cost. What it is called changes nothing of that. */
export function useForecast(offer: Wish, enabled: boolean, id?: string) {
  const json = { ...offer, name: '–', words: '' }
  return useQuery({
    queryKey: ['forecast', json, id],
    queryFn: () => answerOf(api.offers.forecast.$post({ query: { id }, json })),
    placeholderData: keepPreviousData,
    enabled,
  })
}

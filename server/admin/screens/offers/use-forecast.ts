import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Offer as Wish } from '../../../../shared/offers.ts'
import { answerOf, api } from '../../api.ts'

/** Whom an offer would reach and what it may cost. What it is called changes nothing of that. */
export function useForecast(offer: Wish, enabled: boolean) {
  const json = { ...offer, name: '–', words: '' }
  return useQuery({
    queryKey: ['forecast', json],
    queryFn: () => answerOf(api.offers.forecast.$post({ json })),
    placeholderData: keepPreviousData,
    enabled,
  })
}

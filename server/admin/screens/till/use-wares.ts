import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useWords } from '../../words/words.ts'
import { productWare, serviceWare } from './wares.ts'

/** All that can be sold at the counter: services first, then goods. */
export function useWares() {
  const { sale } = useWords()
  const services = useQuery({ queryKey: ['services'], queryFn: () => answerOf(api.services.$get()) })
  const products = useQuery({ queryKey: ['products'], queryFn: () => answerOf(api.products.$get()) })
  const sold = (services.data ?? []).filter(({ active }) => active)
  return {
    load: (services.data ? products : services) as UseQueryResult<unknown>,
    wares: [
      ...sold.map((service) => serviceWare(service, sale.services)),
      ...(products.data ?? []).flatMap(productWare),
    ],
  }
}

import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'

export const useStampCards = () =>
  useQuery({ queryKey: ['stamp-cards'], queryFn: () => answerOf(api['stamp-cards'].$get()) })

export const usePackagePlans = () =>
  useQuery({ queryKey: ['package-plans'], queryFn: () => answerOf(api['package-plans'].$get()) })

/** Stamps, packages and money of a customer; nothing is asked for nobody. */
export const useWallets = (customerId: string | undefined) =>
  useQuery({
    queryKey: ['wallets', customerId],
    queryFn: () => answerOf(api.customers[':id'].wallets.$get({ param: { id: customerId ?? '' } })),
    enabled: customerId !== undefined,
  })

import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { useFormats } from '../../parts/formats.ts'
import { shopNow } from '../../shop-clock.ts'
import { useWallets } from '../cards/use-cards.ts'
import { useProgramme } from '../loyalty/use-programme.ts'
import { isGoodNow } from './bill.ts'
import { usableOn } from './bill-wallets.tsx'

type Payer = { customer: { id: string } | null; parts: { serviceId: string; priceVnd: number }[] }

/** What the customer can pay with besides money; the bill can be paid while this is on its way. */
export function useBillWallet({ customer, parts }: Payer, lender?: string) {
  const { today } = useFormats()
  const programme = useProgramme()
  const file = useQuery({
    queryKey: ['customer', customer?.id],
    queryFn: () => answerOf(api.customers[':id'].$get({ param: { id: customer?.id ?? '' } })),
    enabled: customer !== null,
  })
  const wallets = useWallets(customer?.id)
  const lent = useWallets(lender)
  const shared = lender === customer?.id ? [] : (lent.data?.packages ?? []).filter(({ shareable }) => shareable)
  return {
    packages: usableOn([...(wallets.data?.packages ?? []), ...shared], parts),
    creditVnd: wallets.data?.creditVnd ?? 0,
    lacksWallets: Boolean(wallets.error) && !wallets.data,
    rules: programme.data?.rules,
    vouchers: (file.data?.vouchers ?? []).filter((each) => isGoodNow(each, shopNow(), today)),
    spendable: file.data?.standing.spendable ?? 0,
    level: file.data?.level ?? null,
    isAsking: customer !== null && (file.isLoading || programme.isLoading),
    isMissing: Boolean(file.error ?? programme.error) && !(file.data && programme.data),
  }
}

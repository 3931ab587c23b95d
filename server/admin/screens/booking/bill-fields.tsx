import { Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { Visit } from '../../answers.ts'
import { MoneyInput } from '../../parts/amounts.tsx'
import type { useDraft } from '../../parts/draft.ts'
import { useWords } from '../../words/words.ts'
import type { BillValues, billOf } from './bill.ts'
import { PointsField, VoucherField } from './bill-extras.tsx'
import { Line } from './bill-lines.tsx'
import { CreditField, NoWallets, PackagesField } from './bill-wallets.tsx'
import { SharedFrom } from './shared-from.tsx'
import type { useBillWallet } from './use-bill-wallet.ts'

type Props = {
  visit: Visit
  draft: ReturnType<typeof useDraft<BillValues>>
  wallet: ReturnType<typeof useBillWallet>
  bill: ReturnType<typeof billOf>
  lendFrom: (customerId: string | undefined) => void
}

/** What may be taken off the price of a visit. */
export function BillFields({ visit, draft, wallet, bill, lendFrom }: Props) {
  const words = useWords()
  const { rules } = wallet
  const covers = draft.values.coveredByPointsVnd || 0
  const tooMuch = bill.isTooMuch ? words.visit.tooMuch : undefined
  return (
    <>
      <Line label={visit.serviceName} value={formatVnd(visit.priceVnd)} />
      {visit.hasOpenPrice && (
        <MoneyInput
          label={words.openPrice.label}
          description={words.openPrice.hint}
          step={10_000}
          {...draft.number('priceVnd')}
        />
      )}
      <MoneyInput
        label={words.visit.discount}
        step={10_000}
        {...draft.number('discountVnd')}
        error={draft.errorOf('discountVnd') ?? (covers === 0 ? tooMuch : undefined)}
      />
      <MoneyInput
        label={words.visit.covered}
        description={words.visit.coveredHint}
        step={10_000}
        {...draft.number('coveredByPointsVnd')}
        error={draft.errorOf('coveredByPointsVnd') ?? (covers > 0 ? tooMuch : undefined)}
      />
      <PackagesField
        packages={wallet.packages}
        chosen={draft.values.packageIds}
        parts={visit.parts}
        onChange={(ids) => draft.set('packageIds', ids)}
        error={draft.errorOf('packageIds')}
      />
      <SharedFrom visit={visit} onPick={lendFrom} />
      <VoucherField draft={draft} vouchers={wallet.vouchers} bill={bill} />
      {rules && <PointsField draft={draft} rules={rules} spendable={wallet.spendable} bill={bill} />}
      <CreditField
        balanceVnd={wallet.creditVnd}
        dueVnd={bill.paidVnd}
        value={draft.values.creditVnd}
        onChange={(vnd) => draft.set('creditVnd', vnd)}
        error={draft.errorOf('creditVnd')}
      />
      {wallet.lacksWallets && <NoWallets />}
      {wallet.isMissing && (
        <Text size="sm" c="var(--warn)">
          {words.bill.noVouchers}
        </Text>
      )}
    </>
  )
}

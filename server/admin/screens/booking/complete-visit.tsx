import { Group, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Tier } from '../../../../shared/programme.ts'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { shopNow } from '../../shop-clock.ts'
import { useWords } from '../../words/words.ts'
import { useWallets } from '../cards/use-cards.ts'
import { estimateOf, isRough } from '../loyalty/estimate.ts'
import { useProgramme } from '../loyalty/use-programme.ts'
import { type BillValues, billOf, isGoodNow } from './bill.ts'
import { PointsField, VoucherField } from './bill-extras.tsx'
import { CreditField, NoWallets, PackagesField, usableOn } from './bill-wallets.tsx'
import { SharedFrom } from './shared-from.tsx'

type Props = { visit: Visit; opened: boolean; onClose: () => void; onDone: () => void }

export function CompleteVisit({ opened, onClose, ...rest }: Props) {
  const words = useWords()
  return (
    <Modal opened={opened} onClose={onClose} title={words.visit.completeTitle}>
      <CompleteForm {...rest} />
    </Modal>
  )
}

/** The price, less discounts, a voucher and points: what is taken, and the points it earns. */
function CompleteForm({ visit, onDone }: Pick<Props, 'visit' | 'onDone'>) {
  const words = useWords()
  const [lender, lendFrom] = useState<string>()
  const wallet = useWallet(visit, lender)
  const { rules } = wallet
  const complete = useAct(
    ({ priceVnd, discountVnd, coveredByPointsVnd, pointsUsed, creditVnd, ...chosen }: BillValues) =>
      answerOf(
        api.bookings[':id'].complete.$post({
          param: { id: visit.id },
          json: {
            ...(visit.hasOpenPrice && { priceVnd: priceVnd || 0 }),
            ...{ discountVnd: discountVnd || 0, coveredByPointsVnd: coveredByPointsVnd || 0 },
            ...(pointsUsed && { pointsUsed }),
            ...{ ...chosen, creditVnd: creditVnd || 0 },
          },
        }),
      ),
    {
      said: ({ paidVnd, points }) =>
        points
          ? words.visit.completedWith(formatVnd(paidVnd ?? 0), formatNumber(points))
          : words.visit.completed(formatVnd(paidVnd ?? 0)),
      done: onDone,
    },
  )
  const draft = useDraft<BillValues>(
    {
      priceVnd: visit.priceVnd,
      discountVnd: '',
      coveredByPointsVnd: '',
      voucherIds: [],
      pointsUsed: '',
      packageIds: [],
      creditVnd: '',
    },
    complete.error,
  )
  const bill = billOf(visit, draft.values, wallet)
  const covers = draft.values.coveredByPointsVnd || 0
  const tooMuch = bill.isTooMuch ? words.visit.tooMuch : undefined
  return (
    <Form
      onSubmit={() => complete.mutate(draft.values)}
      busy={complete.isPending}
      submit={words.visit.confirm(formatVnd(Math.max(0, bill.paidVnd - bill.fromWalletVnd)))}
      blocked={bill.isTooMuch || bill.isCrowded || !bill.isFit || !bill.isWalletFit || draft.values.priceVnd === ''}
    >
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
      <div aria-live="polite">
        {bill.prepaidVnd > 0 && (
          <Line label={words.billWallets.packagesLine} value={`− ${formatVnd(bill.prepaidVnd)}`} />
        )}
        {bill.level && bill.levelVnd > 0 && (
          <Line
            label={words.bill.levelLine(bill.level.name, bill.level.discountPercent)}
            value={`− ${formatVnd(bill.levelVnd)}`}
          />
        )}
        {bill.offVnd > 0 && <Line label={words.bill.voucherLine} value={`− ${formatVnd(bill.offVnd)}`} />}
        {bill.byPointsVnd > 0 && (
          <Line label={words.bill.pointsLine(formatNumber(bill.points))} value={`− ${formatVnd(bill.byPointsVnd)}`} />
        )}
        {bill.fromWalletVnd > 0 && (
          <Line label={words.billWallets.creditLine} value={`− ${formatVnd(bill.fromWalletVnd)}`} />
        )}
        <Line
          label={bill.fromWalletVnd > 0 ? words.billWallets.toTake : words.visit.paid}
          value={formatVnd(Math.max(0, bill.paidVnd - bill.fromWalletVnd))}
          strong
        />
        <Earns
          visit={visit}
          paidVnd={bill.paidVnd}
          parts={bill.due.parts}
          rules={rules}
          tier={wallet.level ?? undefined}
        />
      </div>
    </Form>
  )
}

/** What the customer can pay with besides money; the visit can be completed while this is on its way. */
function useWallet({ customer, parts }: Visit, lender: string | undefined) {
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
    isMissing: Boolean(file.error ?? programme.error) && !(file.data && programme.data),
  }
}

type EarnsProps = {
  visit: Visit
  paidVnd: number
  parts: { serviceId: string; priceVnd: number }[]
  rules: ReturnType<typeof useWallet>['rules']
  tier: Tier | undefined
}

function Earns({ visit, paidVnd, parts, rules, tier }: EarnsProps) {
  const words = useWords()
  const { zone } = useFormats()
  if (!visit.customer || !rules) return visit.customer ? null : <Quiet>{words.visit.earnsNothing}</Quiet>
  const at = new Date(Math.min(Date.parse(visit.endsAt), shopNow()))
  const points = formatNumber(estimateOf(rules, { paidVnd, parts, at, tier }, zone))
  return <Quiet>{isRough(rules) ? words.bill.about(points) : words.visit.earns(points)}</Quiet>
}

const Quiet = ({ children }: { children: string }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)

const Line = ({ label, value, strong }: { label: string; value: string; strong?: boolean }) => (
  <Group justify="space-between" wrap="nowrap" fw={strong ? 600 : undefined} fz={strong ? 20 : 16}>
    <span>{label}</span>
    <span>{value}</span>
  </Group>
)

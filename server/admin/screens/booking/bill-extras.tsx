import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { worthOf } from '../../../../shared/bill.ts'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Programme, Voucher } from '../../answers.ts'
import { CountInput } from '../../parts/amounts.tsx'
import type { useDraft } from '../../parts/draft.ts'
import { useWords } from '../../words/words.ts'
import type { BillValues, billOf } from './bill.ts'

type Bill = ReturnType<typeof billOf>
type Draft = ReturnType<typeof useDraft<BillValues>>

/** The customer's vouchers, each with what it takes off this bill; one that takes off nothing cannot be chosen. */
export function VoucherField({ draft, vouchers, bill }: { draft: Draft; vouchers: Voucher[]; bill: Bill }) {
  const { bill: words } = useWords()
  if (vouchers.length === 0) return null
  const lineOf = ({ voucher, offer }: Voucher) => {
    const offVnd = worthOf(offer, bill.due)
    const effect = offer.kind === 'gift' ? words.gift : offVnd > 0 ? words.off(formatVnd(offVnd)) : words.offNothing
    const isOf = offer.kind === 'gift' || offVnd > 0 || draft.values.voucherIds.includes(voucher.id)
    const hint = offer.alone ? words.alone : undefined
    return { value: voucher.id, label: `${voucher.name} · ${effect}`, description: hint, disabled: !isOf }
  }
  return (
    <Checkbox.Group
      label={words.voucher}
      value={draft.values.voucherIds}
      onChange={(ids) => draft.set('voucherIds', ids)}
      error={draft.errorOf('voucherIds') ?? (bill.isCrowded ? words.crowded : undefined)}
    >
      <Stack gap={4} mt={4}>
        {vouchers.map(lineOf).map((line) => (
          <Checkbox key={line.value} {...line} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

type PointsProps = { draft: Draft; rules: Programme['rules']; spendable: number; bill: Bill }

/** As many points as the customer likes, within what the rules, the bill and the wallet allow. */
export function PointsField({ draft, rules: { asMoney }, spendable, bill }: PointsProps) {
  const { bill: words } = useWords()
  if (!asMoney || spendable === 0) return null
  const { mostPoints } = bill
  if (mostPoints === 0 && bill.points === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.pointsHas(formatNumber(spendable))} {words.pointsTooFew(formatNumber(asMoney.least))}
      </Text>
    )
  const [least, most, step] = [asMoney.least, mostPoints, asMoney.step].map(formatNumber) as [string, string, string]
  return (
    <Stack gap={4}>
      <CountInput
        label={words.points}
        description={`${words.pointsHas(formatNumber(spendable))} ${words.pointsHint(least, most, step)}`}
        step={asMoney.step}
        {...draft.number('pointsUsed')}
        error={draft.errorOf('pointsUsed') ?? (bill.isFit ? undefined : words.badPoints)}
      />
      {bill.points !== mostPoints && (
        <Button variant="light" size="xs" w="fit-content" onClick={() => draft.set('pointsUsed', mostPoints)}>
          {words.all}: {most}
        </Button>
      )}
    </Stack>
  )
}

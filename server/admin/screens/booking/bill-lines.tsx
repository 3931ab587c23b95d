import { Group, Text } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { useWords } from '../../words/words.ts'
import type { billOf } from './bill.ts'

/** What each thing takes off, and what is left to take. */
export function BillLines({ bill }: { bill: ReturnType<typeof billOf> }) {
  const words = useWords()
  return (
    <>
      {bill.prepaidVnd > 0 && <Line label={words.billWallets.packagesLine} value={`− ${formatVnd(bill.prepaidVnd)}`} />}
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
      {bill.depositVnd > 0 && <Line label={words.deposits.line} value={`− ${formatVnd(bill.depositVnd)}`} />}
      {bill.depositExtraVnd > 0 && <Text size="sm">{words.deposits.extra(formatVnd(bill.depositExtraVnd))}</Text>}
      <Line
        label={bill.fromWalletVnd > 0 || bill.depositVnd > 0 ? words.billWallets.toTake : words.visit.paid}
        value={formatVnd(bill.leftVnd)}
        strong
      />
    </>
  )
}

export const Line = ({ label, value, strong }: { label: string; value: string; strong?: boolean }) => (
  <Group justify="space-between" wrap="nowrap" fw={strong ? 600 : undefined} fz={strong ? 20 : 16}>
    <span>{label}</span>
    <span>{value}</span>
  </Group>
)

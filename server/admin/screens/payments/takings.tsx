import { Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { Money } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import css from '../loyalty/statement.module.css'

const kinds = ['visit', 'order', 'deposit', 'package', 'credit'] as const
const ways = ['cash', 'transfer', 'checkout'] as const

/** What came in, by what it was for and how it was paid. */
export function Takings({ money }: { money: Money }) {
  const { money: words } = useWords()
  const { walletsVnd, paybacks } = money
  const totals = { cash: money.cashVnd, transfer: money.transferVnd, checkout: money.checkoutVnd }
  const backVnd = paybacks.transfer + paybacks.checkout + paybacks.credit
  return (
    <Card>
      <table className={css.statement}>
        <caption>{words.takings}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            {ways.map((way) => (
              <th key={way} scope="col">
                {words.methods[way]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words.kinds[kind]}</th>
              {ways.map((way) => (
                <td key={way}>{formatVnd(money[way][kind])}</td>
              ))}
            </tr>
          ))}
          <tr className={css.total}>
            <th scope="row">{words.total}</th>
            {ways.map((way) => (
              <td key={way}>{formatVnd(totals[way])}</td>
            ))}
          </tr>
        </tbody>
      </table>
      {walletsVnd > 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {words.wallets(formatVnd(walletsVnd))}
        </Text>
      )}
      {backVnd > 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {words.back(formatVnd(backVnd))}
        </Text>
      )}
    </Card>
  )
}

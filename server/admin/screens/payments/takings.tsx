import { Text } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { Money } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import css from '../loyalty/statement.module.css'

const kinds = ['visit', 'package', 'credit'] as const

/** What came in, by what it was for and how it was paid. */
export function Takings({ money: { cash, transfer, cashVnd, transferVnd, walletsVnd } }: { money: Money }) {
  const { money: words } = useWords()
  return (
    <Card>
      <table className={css.statement}>
        <caption>{words.takings}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.methods.cash}</th>
            <th scope="col">{words.methods.transfer}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words.kinds[kind]}</th>
              <td>{formatVnd(cash[kind])}</td>
              <td>{formatVnd(transfer[kind])}</td>
            </tr>
          ))}
          <tr className={css.total}>
            <th scope="row">{words.total}</th>
            <td>{formatVnd(cashVnd)}</td>
            <td>{formatVnd(transferVnd)}</td>
          </tr>
        </tbody>
      </table>
      {walletsVnd > 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {words.wallets(formatVnd(walletsVnd))}
        </Text>
      )}
    </Card>
  )
}

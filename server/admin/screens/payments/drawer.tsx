import { Text, VisuallyHidden } from '@mantine/core'
import { formatVnd } from '../../../../shared/money.ts'
import type { Money } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import css from '../loyalty/statement.module.css'

/** What should be in the drawer: the cash that came in, less what went back. */
export function Drawer({ money: { cashVnd, refundsVnd, extraBackVnd, paybacks, expectedCashVnd } }: { money: Money }) {
  const { money: words } = useWords()
  const lines: [string, number][] = [
    [words.cashIn, cashVnd],
    [words.refunds, -refundsVnd],
    [words.extraBack, -extraBackVnd],
    [words.cashBack, -paybacks.cash],
  ]
  return (
    <Card>
      <table className={css.statement}>
        <caption>{words.drawer}</caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{words.what}</VisuallyHidden>
            </th>
            <th scope="col">{words.vnd}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, vnd]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatVnd(vnd || 0)}</td>
            </tr>
          ))}
          <tr className={`${css.total} ${css.closing}`}>
            <th scope="row">{words.expected}</th>
            <td>{formatVnd(expectedCashVnd)}</td>
          </tr>
        </tbody>
      </table>
      {expectedCashVnd < 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {words.belowZero}
        </Text>
      )}
    </Card>
  )
}

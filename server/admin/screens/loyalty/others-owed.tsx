import { Text, VisuallyHidden } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { Card } from '../../parts/card.tsx'
import { useWords } from '../../words/words.ts'
import type { Liability } from './owed.tsx'
import css from './statement.module.css'

/** What the shop owes beside points: packages, money in wallets, vouchers. */
export function OthersOwed({ others }: { others: Liability['others'] }) {
  const { others: words } = useWords()
  const kinds = ['packages', 'credit', 'vouchers'] as const
  return (
    <Card>
      <table className={css.statement}>
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{words.what}</VisuallyHidden>
            </th>
            <th scope="col">{words.vnd}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words[kind](formatNumber(others[kind].count))}</th>
              <td>{formatVnd(others[kind].vnd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="sm" c="dimmed" mt={8}>
        {words.why}
      </Text>
    </Card>
  )
}

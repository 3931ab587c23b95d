import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../words/words.ts'
import css from './facts.module.css'
import page from './insights.module.css'
import type { Raw } from './save-file.ts'

/** What a file holds, and what is shown of it where that differs. */
export type Cell = Raw | { raw: Raw; shown: ReactNode }
export type Facts = { titles: string[]; rows: Cell[][] }

/** A plain table; what does not fit on a phone is scrolled to within it. */
export function FactTable({ label, titles, rows }: Facts & { label: string }) {
  const { insights } = useWords()
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {insights.noRows}
      </Text>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with keys
    <section className={page.scroll} aria-label={insights.tableOf(label)} tabIndex={0}>
      <table className={css.facts}>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are shown as they come and never move
            <tr key={i}>
              {row.map((cell, j) =>
                j === 0 ? (
                  <th key={titles[j]} scope="row">
                    {shownOf(cell)}
                  </th>
                ) : (
                  <td key={titles[j]}>{shownOf(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const shownOf = (cell: Cell) => (typeof cell === 'object' && cell !== null ? cell.shown : (cell ?? '–'))

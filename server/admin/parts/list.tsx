import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './list.module.css'
import { Heading, SortSelect } from './sorting.tsx'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  number?: boolean
  sorts?: boolean
  /** On a phone the cell takes the whole line and needs no label. */
  own?: boolean
}

type Props<Row> = {
  columns: Column<Row>[]
  rows: Row[] | undefined
  onOpen?: (row: Row) => void
  chosen?: string
  /** How the rows are sorted while the address does not say. */
  sorted?: string
}

/** A table, or cards on a phone; without rows yet, its shape. The first column names the row and opens it. */
export function List<Row extends { id: string | number }>({ columns, rows, onOpen, chosen, sorted }: Props<Row>) {
  const cells = (row: Row) =>
    columns.map((column, i) => (
      <td
        key={column.key}
        data-label={column.title}
        className={[column.number && css.number, column.own && css.own].filter(Boolean).join(' ') || undefined}
      >
        {i === 0 && onOpen ? (
          <button type="button" className={css.lead} onClick={() => onOpen(row)}>
            {column.cell(row)}
          </button>
        ) : (
          column.cell(row)
        )}
      </td>
    ))
  const table = (
    <table className={css.list}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} sorted={sorted} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows
          ? rows.map((row) => (
              <tr
                key={row.id}
                className={[onOpen && css.open, chosen === row.id && css.chosen].filter(Boolean).join(' ') || undefined}
                onClick={(event) => {
                  if (!(event.target as Element).closest('button, a, input, label')) onOpen?.(row)
                }}
              >
                {cells(row)}
              </tr>
            ))
          : shapes.map((id) => <Shape key={id} columns={columns.length} />)}
      </tbody>
    </table>
  )
  return (
    <div>
      <SortSelect columns={columns} sorted={sorted} />
      {table}
    </div>
  )
}

const shapes = ['a', 'b', 'c', 'd', 'e', 'f']

const Shape = ({ columns }: { columns: number }) => (
  <tr aria-hidden>
    {Array.from({ length: columns }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a shape have no other name
      <td key={i} className={css.own}>
        <Skeleton h={16} my={4} w={i === 0 ? '80%' : '60%'} />
      </td>
    ))}
  </tr>
)

import { Skeleton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { useAddress } from './address.ts'
import css from './list.module.css'

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
}

/** A table, or cards on a phone; without rows yet, its shape. The first column names the row and opens it. */
export function List<Row extends { id: string | number }>({ columns, rows, onOpen, chosen }: Props<Row>) {
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
  return (
    <table className={css.list}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} />
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

/** Sorting lives in the address as `sort=points` or, falling, `sort=-points`. */
function Heading<Row>({ column }: { column: Column<Row> }) {
  const words = useWords()
  const { get, set } = useAddress()
  const className = column.number ? css.number : undefined
  if (!column.sorts) return <th className={className}>{column.title}</th>

  const rising = get('sort') === column.key
  const falling = get('sort') === `-${column.key}`
  const Icon = rising ? IconArrowUp : falling ? IconArrowDown : IconSelector
  return (
    <th className={className} aria-sort={rising ? 'ascending' : falling ? 'descending' : 'none'}>
      <button
        type="button"
        className={css.sort}
        aria-label={`${words.list.sortBy} ${column.title}`}
        onClick={() => set({ sort: falling ? column.key : `-${column.key}`, offset: undefined })}
      >
        {column.title} <Icon size={14} aria-hidden />
      </button>
    </th>
  )
}

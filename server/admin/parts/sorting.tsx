import { Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import { useWords } from '../words/words.ts'
import { useAddress } from './address.ts'
import css from './list.module.css'
import type { Column } from './list.tsx'

/** Sorting lives in the address as `sort=points` or, falling, `sort=-points`. */
export function Heading<Row>({ column, sorted = '' }: { column: Column<Row>; sorted?: string }) {
  const words = useWords()
  const { get, set } = useAddress()
  const className = column.number ? css.number : undefined
  if (!column.sorts) return <th className={className}>{column.title}</th>

  const sort = get('sort') || sorted
  const rising = sort === column.key
  const falling = sort === `-${column.key}`
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

/** The same on a phone, where cards have no headings: names rise, figures and days fall. */
export function SortSelect<Row>({ columns, sorted }: { columns: Column<Row>[]; sorted?: string }) {
  const words = useWords()
  const { get, set } = useAddress()
  const choices = columns.filter((column) => column.sorts)
  if (choices.length === 0) return null
  return (
    <Select
      hiddenFrom="sm"
      mb={12}
      label={words.list.sortBy}
      allowDeselect={false}
      data={choices.map(({ key, title }, i) => ({ value: i === 0 ? key : `-${key}`, label: title }))}
      value={get('sort') || sorted}
      onChange={(sort) => set({ sort: sort ?? undefined, offset: undefined })}
    />
  )
}

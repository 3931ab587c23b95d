import { Drawer } from '@mantine/core'
import { type ReactNode, useState } from 'react'

/** Which row of a list is being edited beside it; `new` for one that is not there yet. */
export function useEdited<Row>() {
  const [row, open] = useState<Row | 'new'>()
  return { row, open: (chosen: Row | 'new') => open(chosen as never), close: () => open(undefined) }
}

type Props<Row> = {
  edited: { row: Row | 'new' | undefined; close: () => void }
  newTitle: string
  titleOf: (row: Row) => string
  children: (row: Row | undefined) => ReactNode
}

export function Side<Row extends object>({ edited: { row, close }, newTitle, titleOf, children }: Props<Row>) {
  const known = row === 'new' ? undefined : row
  return (
    <Drawer opened={row !== undefined} onClose={close} title={known ? titleOf(known) : newTitle} size={440}>
      {row !== undefined && children(known)}
    </Drawer>
  )
}

import type { TillLine } from '../../../../shared/orders.ts'

/** A line of a bill while it is typed: what the server is told, and what people read. */
export type BillLine = { wanted: TillLine; name: string; options: string; unitPriceVnd: number }

/** The same thing chosen again is one more of it. */
export const keyOf = ({ wanted, unitPriceVnd }: BillLine) =>
  'variantId' in wanted
    ? [wanted.variantId, ...wanted.choiceIds.toSorted(), wanted.note].join()
    : [wanted.serviceId, unitPriceVnd].join()

export function withLine(lines: BillLine[], added: BillLine): BillLine[] {
  const key = keyOf(added)
  const there = lines.find((line) => keyOf(line) === key)
  return there ? withQuantity(lines, key, there.wanted.quantity + added.wanted.quantity) : [...lines, added]
}

/** None of it, and the line is gone. */
export const withQuantity = (lines: BillLine[], key: string, quantity: number): BillLine[] =>
  lines.flatMap((line) => {
    if (keyOf(line) !== key) return [line]
    return quantity < 1 ? [] : [{ ...line, wanted: { ...line.wanted, quantity } }]
  })

export const goodsVndOf = (lines: BillLine[]) =>
  lines.reduce((sum, { wanted, unitPriceVnd }) => sum + wanted.quantity * unitPriceVnd, 0)
export const piecesOf = (lines: BillLine[]) => lines.reduce((sum, { wanted }) => sum + wanted.quantity, 0)

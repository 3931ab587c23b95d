import { useSyncExternalStore } from 'react'
import type { WantedLine } from '../shared/orders.ts'
import type { Product } from './api.ts'
import { drop, keep, recall } from './storage.ts'

/** What is wanted, and what was seen of it when it was put in. */
export type BasketLine = WantedLine & { productId: string; name: string; options: string[]; unitPriceVnd: number }
export type Basket = { lines: BasketLine[]; note: string }

export const mostOfOne = 99
const empty: Basket = { lines: [], note: '' }

/** The same once more is one line with more of it. */
export function addLine(lines: BasketLine[], line: BasketLine): BasketLine[] {
  const at = lines.findIndex((each) => sameness(each) === sameness(line))
  if (at < 0) return [...lines, line]
  return changeQuantity(lines, at, lines[at]!.quantity + line.quantity)
}

const sameness = ({ variantId, choiceIds, note }: WantedLine) => [variantId, ...[...choiceIds].sort(), note].join('\n')

export const changeQuantity = (lines: BasketLine[], at: number, quantity: number) =>
  lines.map((line, i) => (i === at ? { ...line, quantity: Math.min(mostOfOne, Math.max(1, quantity)) } : line))

export const removeLine = (lines: BasketLine[], at: number) => lines.filter((_, i) => i !== at)

export const countOf = (lines: BasketLine[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0)
export const sumOf = (lines: BasketLine[]) =>
  lines.reduce((sum, { quantity, unitPriceVnd }) => sum + quantity * unitPriceVnd, 0)

/** Why a line cannot be ordered as it is, or that it costs something else by now. */
export type Changed = 'gone' | 'sold_out' | 'price' | undefined

/** Lines at the prices of now, each with what has changed since it was put in. */
export function lookedUp(lines: BasketLine[], products: Product[]): { line: BasketLine; changed: Changed }[] {
  return lines.map((line) => {
    const product = products.find(({ id }) => id === line.productId)
    const variant = product?.variants.find(({ id }) => id === line.variantId)
    const known = product?.options.flatMap(({ choices }) => choices) ?? []
    const choices = line.choiceIds.map((id) => known.find((choice) => choice.id === id))
    if (!variant || choices.includes(undefined)) return { line, changed: 'gone' }
    const unitPriceVnd = variant.priceVnd + choices.reduce((sum, choice) => sum + choice!.priceVnd, 0)
    const changed = variant.soldOut ? 'sold_out' : unitPriceVnd === line.unitPriceVnd ? undefined : 'price'
    return { line: { ...line, unitPriceVnd }, changed }
  })
}

const basketKept = 'basket'
let basket: Basket | undefined
const listeners = new Set<() => void>()
const current = () => {
  basket ??= recall<Basket>(basketKept) ?? empty
  return basket
}

function become(next: Basket) {
  basket = next
  keep(basketKept, next)
  for (const listener of listeners) listener()
}

/** It stays in this phone until it is ordered, over a closed app too. */
export function useBasket() {
  const { lines, note } = useSyncExternalStore(listen, current)
  return {
    ...{ lines, note, count: countOf(lines), sumVnd: sumOf(lines) },
    add: (line: BasketLine) => become({ lines: addLine(lines, line), note }),
    addAll: (more: BasketLine[]) => become({ lines: more.reduce(addLine, lines), note }),
    change: (at: number, quantity: number) => become({ lines: changeQuantity(lines, at, quantity), note }),
    remove: (at: number) => become({ lines: removeLine(lines, at), note }),
    putBack: (at: number, line: BasketLine) =>
      become({ lines: [...lines.slice(0, at), line, ...lines.slice(at)], note }),
    say: (words: string) => become({ lines, note: words }),
  }
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** It has been ordered; who sits at a table still sits there. */
export function emptyBasket() {
  drop(basketKept)
  basket = undefined
  for (const listener of listeners) listener()
}

/** Somebody else holds the phone. */
export function clearBasket() {
  drop(tableKept)
  emptyBasket()
}

const tableKept = 'table'
const tableHours = 4
type Table = { code: string; name: string }

/** Who scanned the code of a table sits there for some hours. */
export const sitDown = (table: Table) => keep(tableKept, { ...table, until: Date.now() + tableHours * 3_600_000 })

/** Where they sit now, whose code goes with what they order. */
export function tableNow(): Table | undefined {
  const kept = recall<Table & { until: number }>(tableKept)
  return kept && kept.until > Date.now() ? { code: kept.code, name: kept.name } : undefined
}

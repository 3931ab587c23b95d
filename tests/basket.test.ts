import { expect, test } from 'vitest'
import type { Product } from '../mini-app/api.ts'
import { addLine, type BasketLine, changeQuantity, countOf, lookedUp, removeLine, sumOf } from '../mini-app/basket.ts'

const bow = { id: 'bow', name: 'Nơ', priceVnd: 5_000 }
const shampoo: Product = {
  ...{ id: 'shampoo', name: 'Dầu gội', category: 'Tóc', description: '', photoUrl: null, soldOut: false },
  variants: [{ id: 'small', name: '', priceVnd: 90_000, soldOut: false }],
  options: [{ id: 'wrapping', name: 'Gói', least: 0, most: 1, choices: [bow] }],
}
const line: BasketLine = {
  ...{ productId: 'shampoo', variantId: 'small', choiceIds: ['bow'], quantity: 2, note: '' },
  ...{ name: 'Dầu gội', options: ['Nơ'], unitPriceVnd: 95_000 },
}

test('the same once more is one line; another choice or note is another', () => {
  const lines = [line, { ...line, choiceIds: [] }, line, { ...line, note: 'gói kỹ' }].reduce(addLine, [])
  expect(lines.map(({ quantity }) => quantity)).toEqual([4, 2, 2])
  expect([countOf(lines), sumOf(lines)]).toEqual([8, 8 * 95_000])
  expect(removeLine(lines, 1).map(({ note }) => note)).toEqual(['', 'gói kỹ'])
})

test('of one thing there is one at least and ninety-nine at most', () => {
  expect(changeQuantity([line], 0, 0)[0]!.quantity).toBe(1)
  expect(addLine([{ ...line, quantity: 98 }], line)[0]!.quantity).toBe(99)
})

test('what was put in is looked at again: its price, whether it is there, whether it is still sold', () => {
  const look = (product: Product, wanted = line) => {
    const [row] = lookedUp([wanted], [product])
    return [row!.changed, row!.line.unitPriceVnd]
  }
  const [small] = shampoo.variants
  expect(look(shampoo)).toEqual([undefined, 95_000])
  expect(look({ ...shampoo, variants: [{ ...small!, priceVnd: 100_000 }] })).toEqual(['price', 105_000])
  expect(look({ ...shampoo, variants: [{ ...small!, soldOut: true }] })[0]).toBe('sold_out')
  expect(look({ ...shampoo, options: [] })[0]).toBe('gone')
  expect(look({ ...shampoo, id: 'other' })[0]).toBe('gone')
})

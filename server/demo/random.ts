/** A seeded sequence (mulberry32): the demo shop is the same every time. */
export function createRandom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  const hex = (digits: number) => Array.from({ length: digits }, () => below(16).toString(16)).join('')
  return {
    next,
    below,
    pick: <T>(items: readonly T[]): T => items[below(items.length)]!,
    /** One of [item, weight] pairs, as often as its weight says. */
    weighted: <T>(items: readonly (readonly [T, number])[]): T => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of items) {
        left -= weight
        if (left < 0) return item
      }
      return items[0]![0]
    },
    /** Around `mean`, most within `spread`, the sum of three throws. */
    around: (mean: number, spread: number) => mean + ((next() + next() + next()) / 1.5 - 1) * spread,
    id: () => `01900000-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}

export type Random = ReturnType<typeof createRandom>

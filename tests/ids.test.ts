import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../shared/ids.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('ids sort in the order in which they were made, also within a millisecond and when the clock goes back', () => {
  const now = new Date()
  vi.useFakeTimers({ now })
  const made = Array.from({ length: 10_000 }, newId)
  vi.setSystemTime(now.getTime() - 3_600_000)
  made.push(...Array.from({ length: 100 }, newId))
  vi.setSystemTime(now.getTime() + 3_600_000)
  made.push(newId())
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

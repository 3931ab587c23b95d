import { afterEach, beforeEach, expect, vi } from 'vitest'

const said: unknown[][] = []
const listen = (...words: unknown[]) => void said.push(words)

/** A warning or an error on the console is a failure: somebody forgot something. */
beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'error').mockImplementation(listen)
  vi.spyOn(console, 'warn').mockImplementation(listen)
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(said).toEqual([])
})

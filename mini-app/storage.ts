const prefix = 'khach-quen.'
const memory = new Map<string, string>()

/** Web views differ: some have no storage, some throw on touching it. Without it things last until the app closes. */
const shelf = ((): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  try {
    localStorage.setItem(`${prefix}try`, '1')
    localStorage.removeItem(`${prefix}try`)
    return localStorage
  } catch {
    return {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    }
  }
})()

export function recall<T>(key: string): T | undefined {
  try {
    return JSON.parse(shelf.getItem(prefix + key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function keep(key: string, value: unknown) {
  try {
    shelf.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // full: then it is not kept
  }
}

export const drop = (key: string) => shelf.removeItem(prefix + key)

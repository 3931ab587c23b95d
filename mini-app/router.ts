import { useSyncExternalStore } from 'react'
import { basePath } from './host.ts'

export type Place = { path: string; query: URLSearchParams }

const read = (): Place => ({
  path: `/${location.pathname.slice(basePath.length).replace(/^\/+|\/+$/g, '')}`,
  query: new URLSearchParams(location.search),
})

let place = read()
const listeners = new Set<() => void>()

function arrive() {
  place = read()
  for (const listener of listeners) listener()
}

addEventListener('popstate', arrive)

const depth = () => Number(history.state?.depth ?? 0)

/**
 * Goes to a path of the app, such as `/points`; only another screen begins at its top. `replace` leaves no way back to
 * where one was.
 */
export function navigate(to: string, { replace = false } = {}) {
  const { path } = place
  if (replace) history.replaceState({ depth: depth() }, '', basePath + to)
  else history.pushState({ depth: depth() + 1 }, '', basePath + to)
  arrive()
  if (place.path !== path) scrollTo(0, 0)
}

/** One step back, or up to `above` for whoever came straight here from a message. */
export function back(above: string) {
  if (depth() > 0) history.back()
  else navigate(above, { replace: true })
}

export const addressOf = (to: string) => basePath + to

export function usePlace(): Place {
  return useSyncExternalStore(listen, () => place)
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The named parts of a path: `/bookings/:id` on `/bookings/7` gives `{ id: '7' }`; undefined if it does not fit. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const named: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(':')) named[part.slice(1)] = decode(given[i]!)
    else if (part !== given[i]) return undefined
  }
  return named
}

function decode(part: string) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

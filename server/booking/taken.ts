import type { Facts } from '../catalog/facts.ts'

/** What is taken of somebody's time, in minutes from the facts' base: work, and the wider stretch with its buffers. */
export type Taken = { workFrom: number; workTo: number; from: number; to: number }

/** A claim as one number, so that thousands of them are read fast: start, length, buffer before and after. */
export function unpacked(packed: number): Taken {
  const after = packed % 128
  const before = Math.floor(packed / 128) % 128
  const rest = Math.floor(packed / 16_384)
  const workFrom = Math.floor(rest / 2048)
  const workTo = workFrom + (rest % 2048)
  return { workFrom, workTo, from: workFrom - before, to: workTo + after }
}

const unpackedOf = new WeakMap<Facts, Map<string, Taken[]>>()

/** What of each person's time is taken by others, by start. What the customer holds themselves counts as free. */
export function takenByStaff(facts: Facts): Map<string, Taken[]> {
  let known = unpackedOf.get(facts)
  if (!known) {
    known = new Map(facts.staff.map((person) => [person.id, takenOf(facts, person)]))
    unpackedOf.set(facts, known)
  }
  return known
}

function takenOf(facts: Facts, person: Facts['staff'][number]): Taken[] {
  const own = facts.own.filter(({ staffId }) => staffId === person.id).map(({ taken }) => taken)
  const others = own.length ? without(person.taken, own) : person.taken
  const blocked = facts.blocked
    .filter(([staffId]) => staffId === null || staffId === person.id)
    .map(([, from, to]) => ({ workFrom: from, workTo: to, from, to }))
  const taken = others.map(unpacked)
  return blocked.length ? [...taken, ...blocked].sort((a, b) => a.from - b.from) : taken
}

/** Where claims that begin at this minute or later start in the list. */
export function firstFrom(taken: Taken[], minute: number): number {
  let [low, high] = [0, taken.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (taken[middle]!.from < minute) low = middle + 1
    else high = middle
  }
  return low
}

function without(all: number[], some: number[]): number[] {
  const left = [...some]
  return all.filter((each) => {
    const i = left.indexOf(each)
    if (i >= 0) left.splice(i, 1)
    return i < 0
  })
}

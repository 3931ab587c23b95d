import type { Facts, Taken } from '../catalog/facts.ts'

/** What of somebody's time is taken by others. What the customer holds themselves counts as free. */
export function takenOf(facts: Facts, person: Facts['staff'][number]): Taken {
  const known = facts.takenBy.get(person.id) ?? takenFrom(facts, person)
  facts.takenBy.set(person.id, known)
  return known
}

function takenFrom(facts: Facts, person: Facts['staff'][number]): Taken {
  const own = facts.own.filter(({ staffId }) => staffId === person.id).map(({ taken }) => taken)
  const blocked = facts.blocked
    .filter(([staffId]) => staffId === null || staffId === person.id)
    .flatMap(([, from, to]) => byDays(from, to))
  const others = own.length ? without(person.taken, own) : person.taken
  const taken = unpacked(blocked.length ? [...others, ...blocked] : others)
  return isSorted(taken) ? taken : unpacked([...others, ...blocked].sort((a, b) => beginOf(a) - beginOf(b)))
}

const lengths = 2 ** 11
const buffers = 2 ** 7
const works = 2 ** 38

/** A claim as one number: buffer before and after, minute of its work, its length (`packed` of the table claims). */
function unpacked(all: number[]): Taken {
  const count = all.length
  const [from, to] = [new Int32Array(count), new Int32Array(count)]
  const [workFrom, workTo] = [new Int32Array(count), new Int32Array(count)]
  let longest = 0
  for (let i = 0; i < count; i++) {
    const each = all[i]!
    const around = each < works ? 0 : Math.floor(each / works)
    const work = each - around * works
    workFrom[i] = work >> 11
    workTo[i] = workFrom[i]! + (work & (lengths - 1))
    from[i] = workFrom[i]! - (around >> 7)
    to[i] = workTo[i]! + (around & (buffers - 1))
    longest = Math.max(longest, to[i]! - from[i]!)
  }
  return { count, from, to, workFrom, workTo, longest }
}

function isSorted({ count, from }: Taken): boolean {
  for (let i = 1; i < count; i++) if (from[i]! < from[i - 1]!) return false
  return true
}

/** A stretch of any length as claims of a day at most. */
function byDays(from: number, to: number): number[] {
  const days: number[] = []
  for (let at = from; at < to; at += 1440) days.push(at * lengths + Math.min(1440, to - at))
  return days
}

const beginOf = (each: number) => ((each % works) >> 11) - Math.floor(each / works / buffers)

/** Where what begins at this minute or later starts in the list. */
export function firstFrom({ count, from }: Taken, minute: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (from[middle]! < minute) low = middle + 1
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

import { addDays, instantOf, minuteMs } from '../../shared/time.ts'
import type { Facts } from '../catalog/facts.ts'
import { firstFrom, type Taken } from './taken.ts'

/**
 * In which order people are asked when "anyone" is wanted (K-6): the customer's usual person, then whoever has fewest
 * minutes that day, has idled longest, and by id.
 */
export function preferredFirst(facts: Facts, taken: Map<string, Taken>, day: string): Map<string, number> {
  const minute = (each: string) => (instantOf(each, 0, facts.zone).getTime() - facts.base) / minuteMs
  const [from, to] = [minute(day), minute(addDays(day, 1))]
  const people = facts.staff.map(({ id }) => ({
    id,
    usual: facts.customer?.usualStaffId === id ? 0 : 1,
    ...loadOf(taken.get(id)!, from, to),
  }))
  people.sort(
    (a, b) => a.usual - b.usual || a.minutes - b.minutes || a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1),
  )
  return new Map(people.map(({ id }, i) => [id, i]))
}

function loadOf(taken: Taken, from: number, to: number) {
  let [minutes, idleSince] = [0, 0]
  for (let i = firstFrom(taken, from - taken.longest); i < taken.count && taken.from[i]! < to; i++) {
    const [workFrom, workTo] = [taken.workFrom[i]!, taken.workTo[i]!]
    if (workTo <= from || workFrom >= to) continue
    minutes += Math.min(workTo, to) - Math.max(workFrom, from)
    idleSince = Math.max(idleSince, workTo)
  }
  return { minutes, idleSince }
}

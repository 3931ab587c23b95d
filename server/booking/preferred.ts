import { addDays, instantOf, minuteMs } from '../../shared/time.ts'
import { type Facts, personOf, type Taken } from '../catalog/facts.ts'
import { firstFrom, takenOf } from './taken.ts'

/**
 * Puts those who could do something into the order in which they are asked when "anyone" is wanted (K-6): the customer's
 * usual person, then whoever has fewest minutes that day, has idled longest, and by id.
 */
export function preferredFirst<Doer extends { staffId: string }>(facts: Facts, doers: Doer[], day: string): Doer[] {
  if (doers.length < 2) return doers
  const minute = (each: string) => (instantOf(each, 0, facts.zone).getTime() - facts.base) / minuteMs
  const [from, to] = [minute(day), minute(addDays(day, 1))]
  const people = doers.map((doer) => ({
    doer,
    usual: facts.usualStaffId === doer.staffId ? 0 : 1,
    ...loadOf(takenOf(facts, personOf(facts, doer.staffId)), from, to),
  }))
  people.sort(
    (a, b) =>
      a.usual - b.usual ||
      a.minutes - b.minutes ||
      a.idleSince - b.idleSince ||
      (a.doer.staffId < b.doer.staffId ? -1 : 1),
  )
  return people.map(({ doer }) => doer)
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

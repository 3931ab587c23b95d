import { minuteMs } from '../../shared/time.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()
const walls = new Map<string, number>()

/** What the clocks of a zone show at an instant, as if it were UTC. */
function wallOf(at: number, zone: string): number {
  const quarter = Math.floor(at / (15 * minuteMs)) * 15 * minuteMs
  const key = `${zone} ${quarter}`
  let wall = walls.get(key)
  if (wall === undefined) {
    let clock = clocks.get(zone)
    if (!clock) {
      clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
      clocks.set(zone, clock)
    }
    wall = Date.parse(`${clock.format(quarter).replace(' ', 'T')}Z`)
    if (walls.size > 200_000) walls.clear()
    walls.set(key, wall)
  }
  return wall + (at - quarter)
}

/** Looks at every quarter of an hour around for the first at which the clock shows it, or has jumped over it. */
export function instant(day: string, minute: number, zone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs
  const rest = wanted % (15 * minuteMs)
  for (let at = wanted - rest - 16 * 60 * minuteMs; at < wanted + 16 * 60 * minuteMs; at += 15 * minuteMs) {
    if (wallOf(at, zone) === wanted - rest) return at + rest
    const [before, after] = [wallOf(at - 15 * minuteMs, zone), wallOf(at, zone)]
    const jumped = after - before > 15 * minuteMs && before < wanted && wanted < after
    if (jumped && before + 15 * minuteMs <= wanted) return at + (wanted - before - 15 * minuteMs)
  }
  throw new Error(`The clocks of ${zone} never show ${day} ${minute}.`)
}

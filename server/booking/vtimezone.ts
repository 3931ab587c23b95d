import { dayMs, dayOf, hourMs, minuteMs, minuteOf } from '../../shared/time.ts'

/**
 * What the clocks of a zone show from one instant to another, as a calendar file says it (RFC 5545, 3.6.5): one
 * observance for the beginning and one for each change, without rules, since a feed is read again.
 */
export function vtimezone(zone: string, from: Date, to: Date): string {
  const start = Math.floor(from.getTime() / dayMs) * dayMs - dayMs
  const changes = changesOf(zone, start, to.getTime() + dayMs)
  const first = offsetOf(zone, start)
  const observances = [observance(zone, start, first), ...changes.map(({ at, before }) => observance(zone, at, before))]
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

function observance(zone: string, at: number, before: number) {
  const after = offsetOf(zone, at)
  const kind = after > standardOf(zone, at) ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localText(at + before)}`, // by the clock as it was
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ]
}

/** The instants at which clocks are put forward or back, to the minute. */
function changesOf(zone: string, start: number, end: number) {
  const changes: { at: number; before: number }[] = []
  for (let day = start; day < end; day += dayMs) {
    const before = offsetOf(zone, day)
    if (offsetOf(zone, day + dayMs) === before) continue
    let [low, high] = [day, day + dayMs]
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / minuteMs / 2) * minuteMs
      if (offsetOf(zone, middle) === before) low = middle
      else high = middle
    }
    changes.push({ at: high, before })
  }
  return changes
}

/**
 * Whether clocks are put back or forward near an instant. Then a wall clock may show it twice, and readers disagree on
 * which one is meant.
 */
export function isNearChange(zone: string, at: Date) {
  const minute = Math.floor(at.getTime() / minuteMs) * minuteMs
  return offsetOf(zone, minute - 3 * hourMs) !== offsetOf(zone, minute + 3 * hourMs)
}

/** Winter and summer tell the standard apart: it is the lesser of both. */
function standardOf(zone: string, at: number) {
  const year = new Date(at).getUTCFullYear()
  return Math.min(offsetOf(zone, Date.UTC(year, 0, 1)), offsetOf(zone, Date.UTC(year, 6, 1)))
}

/** How far the zone's clock is ahead of UTC, in ms; `at` is a whole minute. */
const offsetOf = (zone: string, at: number) =>
  Date.parse(`${dayOf(new Date(at), zone)}T00:00:00Z`) + minuteOf(new Date(at), zone) * minuteMs - at

const localText = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')

function offsetText(ms: number) {
  const minutes = Math.abs(ms) / minuteMs
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`
}

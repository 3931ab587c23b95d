import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { dayOf, minuteOf } from '../../shared/time.ts'

export type Read = {
  uid: string
  sequence: number
  status: string
  /** The instants in ms, and the wall clock of the start in the calendar's zone: `2026-11-01 570`. */
  span: [from: number, to: number]
  wall: string
  summary: string
  location: string
  description: string
}

const byUid = (a: Read, b: Read) => a.uid.localeCompare(b.uid)

/** A calendar as ical.js reads it: by the zone that the file itself describes. */
export function readByIcalJs(text: string, zone: string): Read[] {
  const root = new ICAL.Component(ICAL.parse(text))
  return root
    .getAllSubcomponents('vevent')
    .map((component) => {
      const { uid, sequence, startDate, endDate, summary, location, description } = new ICAL.Event(component)
      const { year, month, day, hour, minute } = startDate
      const two = (n: number) => String(n).padStart(2, '0')
      const shown = `${year}-${two(month)}-${two(day)} ${hour * 60 + minute}`
      const isUtc = startDate.zone === ICAL.Timezone.utcTimezone
      return {
        ...{ uid, sequence, summary, location, description },
        status: String(component.getFirstPropertyValue('status')),
        span: [startDate.toUnixTime() * 1000, endDate.toUnixTime() * 1000] as [number, number],
        wall: isUtc ? wallOf(startDate.toJSDate(), zone) : shown,
      }
    })
    .sort(byUid)
}

/** A calendar as node-ical reads it: by its own knowledge of the zone that the file names. */
export function readByNodeIcal(text: string, zone: string): Read[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((each) => each?.type === 'VEVENT')
    .map(({ uid, sequence, status, start, end, summary, location, description }) => ({
      ...{ uid, sequence: Number(sequence), status: String(status) },
      span: [start.getTime(), end!.getTime()] as [number, number],
      wall: wallOf(start, zone),
      ...{ summary: textOf(summary), location: textOf(location), description: textOf(description) },
    }))
    .sort(byUid)
}

/** `2026-11-01 570` */
export const wallOf = (at: Date, zone: string) => `${dayOf(at, zone)} ${minuteOf(at, zone)}`

const textOf = (value: unknown) => String(typeof value === 'object' && value ? (value as { val: string }).val : value)

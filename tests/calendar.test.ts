import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarVisit, calendarOf } from '../server/booking/calendar.ts'
import { bookingStatuses } from '../shared/booking.ts'
import { minuteMs } from '../shared/time.ts'
import { type Read, readByIcalJs, readByNodeIcal, wallOf } from './support/calendars.ts'

const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Asia/Kathmandu', 'Europe/Dublin', 'Pacific/Apia']

const visit = (more: Partial<CalendarVisit> = {}): CalendarVisit => ({
  ...{ id: '01900000-0000-7000-8000-0000000000aa', status: 'booked', moves: 0 },
  startsAt: new Date('2026-01-06T03:00:00Z'),
  endsAt: new Date('2026-01-06T03:30:00Z'),
  changedAt: new Date('2026-01-05T01:00:00Z'),
  ...{ summary: 'Cắt tóc · Tiệm thử', location: '1 Đường Thử', description: 'Nhân viên: Thảo' },
  ...more,
})

/** What anybody should read of a visit. */
function expected(zone: string, { id, status, moves, startsAt, endsAt, ...words }: CalendarVisit): Read {
  const isOff = status === 'cancelled' || status === 'declined' || status === 'expired'
  const { summary, location, description } = words
  return {
    ...{ uid: `${id}@khach-quen`, sequence: isOff ? moves + 1 : moves },
    status: isOff ? 'CANCELLED' : status === 'requested' ? 'TENTATIVE' : 'CONFIRMED',
    ...{ span: [startsAt.getTime(), endsAt.getTime()], wall: wallOf(startsAt, zone) },
    ...{ summary, location, description },
  }
}

// Without quotes and without a backslash before an n, which node-ical reads wrongly; they have a test of their own.
const words = fc
  .array(fc.constantFrom('Cắt tóc', 'ữ', ',', ';', '\\', '\n', ':', '💇‍♀️', 'x'.repeat(80), 'TZID=x', ' a'))
  .map((parts) => `Lời${parts.join('')}.`)
const minute = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from) / minuteMs, max: Date.parse(to) / minuteMs }).map((n) => new Date(n * minuteMs))
const someVisits = fc.uniqueArray(
  fc
    .record({
      ...{ id: fc.uuid(), status: fc.constantFrom(...bookingStatuses), moves: fc.nat(9) },
      ...{ startsAt: minute('2025-10-01', '2027-04-01'), minutes: fc.integer({ min: 5, max: 1440 }) },
      ...{ changedAt: minute('2025-01-01', '2027-01-01'), summary: words, location: words, description: words },
    })
    .map(({ minutes, ...rest }) => ({ ...rest, endsAt: new Date(rest.startsAt.getTime() + minutes * minuteMs) })),
  { minLength: 1, maxLength: 8, selector: ({ id }) => id },
)

test.each(zones)('two independent readers read back every visit in %s as it was written', (zone) => {
  fc.assert(
    fc.property(someVisits, (visits) => {
      const text = calendarOf('Tiệm thử', zone, visits)
      const right = visits.map((each) => expected(zone, each)).sort((a, b) => a.uid.localeCompare(b.uid))
      expect(readByIcalJs(text, zone)).toEqual(right)
      expect(readByNodeIcal(text, zone)).toEqual(right)
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['before the clocks go forward', '2026-03-08T06:30:00Z', '2026-03-08 90'],
  ['after the clocks went forward', '2026-03-08T07:30:00Z', '2026-03-08 210'],
  ['in the hour that comes twice, the first time', '2026-11-01T05:30:00Z', '2026-11-01 90'],
  ['in the hour that comes twice, the second time', '2026-11-01T06:30:00Z', '2026-11-01 90'],
  ['after the clocks went back', '2026-11-01T07:30:00Z', '2026-11-01 150'],
])('a visit in New York %s is at its hour there', (_, startsAt, wall) => {
  const start = new Date(startsAt)
  const zone = 'America/New_York'
  const text = calendarOf('A', zone, [visit({ startsAt: start, endsAt: new Date(+start + minuteMs * 60) })])
  for (const [read] of [readByIcalJs(text, zone), readByNodeIcal(text, zone)])
    expect([read!.span[0], read!.wall]).toEqual([+start, wall])
})

test('the file describes its zone with every change of the clocks that it needs', () => {
  const [spring, autumn] = ['2026-02-01T15:00:00Z', '2026-12-01T15:00:00Z'].map((at) => new Date(at))
  const span = (at: Date) => ({ startsAt: at, endsAt: new Date(+at + minuteMs * 30) })
  const text = calendarOf('A', 'America/New_York', [visit(span(spring!)), visit({ ...span(autumn!), id: 'b' })])
  const zone = text.slice(text.indexOf('BEGIN:VTIMEZONE'), text.indexOf('END:VTIMEZONE')).split('\r\n')
  expect(zone.filter((line) => line.startsWith('DTSTART') || line.startsWith('TZOFFSETTO'))).toEqual([
    ...['DTSTART:20260130T190000', 'TZOFFSETTO:-0500'],
    ...['DTSTART:20260308T020000', 'TZOFFSETTO:-0400'],
    ...['DTSTART:20261101T020000', 'TZOFFSETTO:-0500'],
  ])
  expect(text).toContain('DTSTART;TZID=America/New_York:20260201T100000')
})

test('quotes and backslashes stay what they are', () => {
  const summary = 'Gội "đầu" \\n, cắt'
  const [read] = readByIcalJs(calendarOf('A', 'Asia/Ho_Chi_Minh', [visit({ summary })]), 'Asia/Ho_Chi_Minh')
  expect(read!.summary).toBe(summary)
})

test('lines are at most 75 octets long and end as the rules say', () => {
  fc.assert(
    fc.property(someVisits, (visits) => {
      const lines = calendarOf('Tiệm thử', 'Asia/Ho_Chi_Minh', visits).split('\r\n')
      expect(lines.at(-1)).toBe('')
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(lines.join('').includes('\n')).toBe(false)
    }),
  )
})

test('the same visits give the same text, and its stamps are instants of UTC', () => {
  const text = calendarOf('Tiệm thử', 'Asia/Ho_Chi_Minh', [visit()])
  expect(calendarOf('Tiệm thử', 'Asia/Ho_Chi_Minh', [visit()])).toBe(text)
  expect(text).toContain('\r\nDTSTAMP:20260105T010000Z\r\n')
  expect(text).toContain('\r\nLAST-MODIFIED:20260105T010000Z\r\n')
  expect(text).toContain('\r\nMETHOD:PUBLISH\r\n')
})

test('a name of the shop with signs of its own does not break the calendar', () => {
  const name = 'Mây, Gió; \\ Trăng'
  const text = calendarOf(name, 'Asia/Ho_Chi_Minh', [visit()])
  expect(text).toContain('\r\nNAME:Mây\\, Gió\\; \\\\ Trăng\r\n')
  expect(readByIcalJs(text, 'Asia/Ho_Chi_Minh')).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { conflictOf, takingsAt } from '../server/admin/screens/booking/calendar/conflict.ts'

const at = (clock: string) => Date.parse(`2026-01-05T${clock}:00+07:00`)
const iso = (clock: string) => new Date(at(clock)).toISOString()

/** Work of somebody, with minutes wanted free before and after. */
const claim = (bookingId: string, staffId: string, from: string, to: string, before = 0, after = 0) => ({
  ...{ bookingId, staffId, session: bookingId, expiresAt: null, workFromAt: at(from), workToAt: at(to) },
  ...{ fromAt: at(from) - before * 60_000, toAt: at(to) + after * 60_000 },
})
type Claim = ReturnType<typeof claim>

const known = (claims: Claim[], blocked: { staffId: string | null; from: string; to: string }[] = []) => {
  const intervals = [{ startsAt: iso('08:00'), endsAt: iso('20:00') }]
  return {
    claims,
    blocked: blocked.map(({ staffId, from, to }) => ({
      ...{ id: from, staffId, startsAt: iso(from), endsAt: iso(to), reason: 'Đi lấy hàng' },
    })),
    days: [{ day: '2026-01-05', closed: null, staff: ['thao', 'quan'].map((id) => ({ id, off: null, intervals })) }],
    staff: [],
    visits: [],
  }
}
const part = { bookingId: 'hers', staffId: 'thao', startsAt: iso('09:00'), endsAt: iso('10:00') }
const laidAt = (all: ReturnType<typeof known>, staffId: string, from: string, to: string) =>
  conflictOf(takingsAt(all.claims, part, { staffId, startsAt: at(from), endsAt: at(to) }), 'hers', all)

test('work meets neither work nor the buffer around other work; buffers alone may lie upon each other', () => {
  const all = known([claim('hers', 'thao', '09:00', '10:00', 0, 10), claim('his', 'thao', '14:00', '15:00', 15, 0)])
  expect(laidAt(all, 'thao', '13:30', '14:30')).toMatchObject({ kind: 'taken', bookingId: 'his', from: at('14:00') })
  expect(laidAt(all, 'thao', '12:50', '13:50')).toMatchObject({ kind: 'taken' })
  expect(laidAt(all, 'thao', '12:45', '13:45')).toBeUndefined()
  expect(laidAt(all, 'quan', '13:30', '14:30')).toBeUndefined()
  expect(laidAt(all, 'thao', '09:30', '10:30')).toBeUndefined()
})

test('while dye sets, somebody else fits in between; what is stretched takes longer at its end', () => {
  const all = known([
    claim('hers', 'thao', '09:00', '10:00'),
    claim('dye', 'quan', '13:00', '13:30'),
    claim('dye', 'quan', '14:30', '15:00'),
  ])
  expect(laidAt(all, 'quan', '13:30', '14:30')).toBeUndefined()
  expect(laidAt(all, 'quan', '13:30', '14:35')).toMatchObject({ kind: 'taken', from: at('14:30') })
})

test('a blocked time and the time outside the hours say so', () => {
  const all = known([claim('hers', 'thao', '09:00', '10:00')], [{ staffId: null, from: '16:00', to: '17:00' }])
  expect(laidAt(all, 'quan', '15:30', '16:30')).toEqual({ kind: 'blocked', reason: 'Đi lấy hàng' })
  expect(laidAt(all, 'quan', '19:30', '20:30')).toEqual({ kind: 'closed' })
})

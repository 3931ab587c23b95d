import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeStarts } from '../server/booking/slots.ts'
import { opensAt } from '../server/notifications/quiet-hours.ts'
import { zaloDay } from '../shared/notifications.ts'
import { addDays, dayOf, instantOf, minuteMs, minuteOf, stampOf } from '../shared/time.ts'

const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia', 'Asia/Kathmandu']
const minutes = (from: number, to: number) => ({ from: from * minuteMs, to: to * minuteMs })

test('the grid is anchored to the opening, and a gap after a booking is filled', () => {
  const starts = freeStarts({
    ...{ working: [minutes(540, 720)], busy: [minutes(600, 640)] },
    ...{ durationMs: 30 * minuteMs, stepMs: 15 * minuteMs, notBefore: 0, notAfter: Infinity },
  })
  expect(starts.map((start) => start / minuteMs)).toEqual([540, 555, 570, 640, 645, 660, 675, 690])
})

test('with two hours of notice at 10:05 the first is 12:15', () => {
  const [first] = freeStarts({
    ...{ working: [minutes(540, 1080)], busy: [] },
    ...{ durationMs: 30 * minuteMs, stepMs: 15 * minuteMs, notBefore: (605 + 120) * minuteMs, notAfter: Infinity },
  })
  expect(first! / minuteMs).toBe(735)
})

test('no free start overlaps a booking, leaves the hours or comes too early; none that fits the grid is missing', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 5, max: 300 }))
    .map(([from, length]) => minutes(from, from + length))
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 3 }),
      fc.array(span, { maxLength: 12 }),
      fc.constantFrom(15, 30, 45, 90),
      fc.constantFrom(5, 15, 30),
      fc.integer({ min: 0, max: 1440 }),
      (working, busy, duration, step, earliest) => {
        const durationMs = duration * minuteMs
        const starts = freeStarts({
          working,
          busy,
          durationMs,
          stepMs: step * minuteMs,
          notBefore: earliest * minuteMs,
          notAfter: Infinity,
        })
        const fits = (start: number) =>
          start >= earliest * minuteMs && busy.every(({ from, to }) => start + durationMs <= from || start >= to)
        for (const start of starts) {
          expect(fits(start)).toBe(true)
          expect(working.some(({ from, to }) => start >= from && start + durationMs <= to)).toBe(true)
        }
        for (const { from, to } of working)
          for (let start = from; start + durationMs <= to; start += step * minuteMs)
            if (fits(start)) expect(starts).toContain(start)
      },
    ),
  )
})

test.each(zones)('in %s a day and a minute lead to an instant and back, through every change of clocks', (zone) => {
  for (let i = 0; i < 800; i++) {
    const day = addDays('2025-06-01', i)
    for (const minute of [0, 60, 240, 720, 1439]) {
      const at = instantOf(day, minute, zone)
      const back = `${dayOf(at, zone)} ${minuteOf(at, zone)}`
      const skipped = Math.abs(minuteOf(at, zone) - minute) === 60 // the hour that does not exist in spring
      expect(skipped || back === `${day} ${minute}`).toBe(true)
    }
  }
})

test('a minute past midnight of a day falls on the next one', () => {
  const at = instantOf('2026-01-05', 1440 + 60, 'Asia/Ho_Chi_Minh')
  expect(at.toISOString()).toBe('2026-01-05T18:00:00.000Z')
  expect(stampOf(at, 'Asia/Ho_Chi_Minh')).toBe('01:00 06/01/2026')
})

test('night is from ten to six in the shop', () => {
  const until = (time: string) => opensAt(new Date(`2026-01-05T${time}+07:00`), zaloDay, 'Asia/Ho_Chi_Minh', () => 0.5)
  expect([until('21:59:59'), until('06:00:00')]).toEqual([undefined, undefined])
  expect(until('22:00:00')!.toISOString().slice(0, 14)).toBe('2026-01-05T23:')
  expect(until('05:59:00')!.toISOString().slice(0, 14)).toBe('2026-01-04T23:')
})

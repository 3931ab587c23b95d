import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTimes } from '../server/booking/rhythm.ts'
import { addDays, dayOf, instantOf, stampOf } from '../shared/time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (local: string) => new Date(`${local}:00+07:00`)
const free = (...locals: string[]) => locals.map((local) => ({ startsAt: at(local) }))
const best = (past: string[], slots: { startsAt: Date }[]) =>
  bestTimes(past.map(at), slots, zone).map(({ startsAt }) => stampOf(startsAt, zone))

/** Every half hour from 9 to 19 on so many days. */
const openDays = (from: string, days: number) =>
  Array.from({ length: days }, (_, i) =>
    Array.from({ length: 21 }, (_, n) => ({ startsAt: instantOf(addDays(from, i), 540 + n * 30, zone) })),
  ).flat()

test('who comes every four weeks on a Saturday at ten is offered that, and the days beside it', () => {
  const past = ['2026-01-03T10:00', '2026-01-31T10:30', '2026-02-28T10:00']
  expect(best(past, openDays('2026-03-16', 30))).toEqual([
    '10:00 27/03/2026',
    '10:00 28/03/2026', // a Saturday, four weeks on
    '10:00 29/03/2026',
  ])
})

test('the usual weekday and hour weigh more than a day sooner', () => {
  const past = ['2026-01-05T18:00', '2026-01-19T18:00', '2026-02-02T18:30']
  const slots = free('2026-02-15T09:00', '2026-02-16T18:00', '2026-02-17T12:00', '2026-02-23T18:00')
  expect(best(past, slots)).toEqual(['18:00 16/02/2026', '12:00 17/02/2026', '18:00 23/02/2026'])
})

test('who is late by their own rhythm, or came once, is offered the soonest days at their hour', () => {
  for (const past of [['2025-10-01T15:00', '2025-10-15T15:00'], ['2025-12-01T15:00']])
    expect(best(past, openDays('2026-03-17', 14))).toEqual(['15:00 17/03/2026', '15:00 18/03/2026', '15:00 19/03/2026'])
})

test('if only one day has times, three of it', () => {
  expect(best(['2026-01-05T10:00'], openDays('2026-01-20', 1))).toEqual([
    '09:30 20/01/2026',
    '10:00 20/01/2026',
    '10:30 20/01/2026',
  ])
})

test('nothing free, nothing offered; nobody was here before, the soonest', () => {
  expect(best(['2026-01-05T10:00'], [])).toEqual([])
  expect(best([], free('2026-01-07T12:00', '2026-01-06T18:00'))).toEqual(['18:00 06/01/2026', '12:00 07/01/2026'])
})

const instants = fc.array(fc.integer({ min: Date.parse('2025-01-01') / 6e4, max: Date.parse('2026-12-31') / 6e4 }))

test('whatever the past and the free times: at most three of them, distinct, in order, on days as different as can be', () => {
  fc.assert(
    fc.property(instants, instants, fc.constantFrom(zone, 'America/New_York'), (past, starts, zone) => {
      const slots = starts.map((minute) => ({ startsAt: new Date(minute * 6e4).toISOString() }))
      const chosen = bestTimes(
        past.map((minute) => new Date(minute * 6e4)),
        slots,
        zone,
      )
      const times = chosen.map(({ startsAt }) => Date.parse(startsAt))
      const daysOf = (all: { startsAt: string }[]) =>
        new Set(all.map(({ startsAt }) => dayOf(new Date(startsAt), zone)))
      expect(chosen.every((slot) => slots.includes(slot))).toBe(true)
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
      expect(chosen).toHaveLength(Math.min(3, new Set(starts).size))
      expect(daysOf(chosen).size).toBe(Math.min(3, daysOf(slots).size))
    }),
  )
})

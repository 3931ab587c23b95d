import { expect, test } from 'vitest'
import { opensAt } from '../server/notifications/quiet-hours.ts'
import { zaloDay } from '../shared/notifications.ts'
import { addDays, dayOf, instantOf, minuteOf, stampOf } from '../shared/time.ts'

const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia', 'Asia/Kathmandu']

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

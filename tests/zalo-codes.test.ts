import { expect, test } from 'vitest'
import { type FaultKind, faultOf } from '../server/zalo/errors.ts'
import { znsCodes } from '../server/zalo/zns-codes.ts'

/** Zalo's table of error numbers of template messages, by what a number is about. */
const published = {
  transient: [-100, -129, -152],
  config: [
    -101, -102, -103, -104, -105, -106, -120, -1201, -1202, -1241, -125, -128, -135, -1351, -136, -138, -1381, -142,
    -143, -145,
  ],
  payload: [
    -107, -111, -112, -1121, -1122, -1123, -1124, -116, -121, -122, -123, -127, -130, -132, -153, -158, -159, -161,
    -162,
  ],
  recipient: [-108, -110, -114, -118, -119, -134, -139, -140, -141, -1471, -1472],
  template: [-109, -1091, -113, -1131, -117, -131, -146, -151, -249],
  money: [-115, -126, -137],
  refresh_token_then_retry_once: [-124, -216, -220],
  retry_after_06_00: [-133, -234],
  retry_next_day: [-144, -147, -160],
  retry_next_month: [-1441],
  journey: [-148, -149, -1491, -150],
}

const kinds: Record<keyof typeof published, FaultKind> = {
  transient: 'retryable',
  config: 'configuration',
  payload: 'permanent',
  template: 'permanent',
  journey: 'permanent',
  recipient: 'recipient',
  money: 'quota',
  retry_next_day: 'quota',
  retry_next_month: 'quota',
  retry_after_06_00: 'night',
  refresh_token_then_retry_once: 'configuration', // what remains when a fresh token is refused too
}

test.each(Object.keys(published) as (keyof typeof published)[])(
  'every number of class %s is acted upon alike',
  (about) => {
    const others = published[about].filter((code) => faultOf('business', code).kind !== kinds[about])

    expect(others).toEqual([])
  },
)

test('no published number is missing, and none is made up', () => {
  const numbers = Object.values(published).flat()

  expect(Object.keys(znsCodes).map(Number).sort()).toEqual(numbers.sort())
})

test('a number has as many meanings as there are hosts', () => {
  const kindsOf = (code: number) =>
    (['business', 'openapi', 'miniApp', 'payment'] as const).map((host) => faultOf(host, code).kind)

  expect(kindsOf(-111)).toEqual(['permanent', 'retryable', 'recipient', 'retryable'])
  expect(kindsOf(-100)).toEqual(['retryable', 'permanent', 'permanent', 'retryable'])
  expect(kindsOf(-2101)).toEqual(['retryable', 'retryable', 'retryable', 'configuration'])
})

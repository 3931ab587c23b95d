import { expect, test } from 'vitest'
import type { ZaloFault } from '../server/zalo/errors.ts'
import { bookingMade } from './support/zalo.ts'
import { zaloThatAnswers } from './support/zalo-host.ts'

const lan = '84912345678'
const fault = (promise: Promise<unknown>): Promise<ZaloFault> =>
  promise.then(
    () => expect.fail('it worked'),
    (no) => no,
  )
const sending = (answer: object) => fault(zaloThatAnswers(() => answer).zalo.sendTemplate(bookingMade(lan)))
const asking = (answer: object) => fault(zaloThatAnswers(() => answer).zalo.messageStatus('m-1'))
const json = (status: number, body: unknown = {}) => Response.json(body, { status })
const page = (status: number) => new Response('<h1>Bad gateway</h1>', { status })

test.each([
  ['busy', page(429), 'retryable'],
  ['too slow to send', page(408), 'retryable'],
  ['broken', page(500), 'retryable'],
  ['down', json(503), 'retryable'],
  ['broken, with a number nobody knows', json(500, { error: -99999 }), 'retryable'],
  ['lost behind a gateway', page(502), 'unknown'],
  ['lost behind a gateway, with a number nobody knows', json(504, { error: 504 }), 'unknown'],
  ['a page', page(200), 'unknown'],
  ['nothing at all', new Response(''), 'unknown'],
  ['a list', json(200, [1]), 'unknown'],
  ['no number', json(200, { data: { msg_id: 'm-1' } }), 'unknown'],
  ['success without an id', json(200, { error: 0, data: {} }), 'unknown'],
  ['an address that does not exist', page(404), 'unknown'],
  ['bytes that are no text', new Response(new Uint8Array([0x7b, 0xff, 0x7d])), 'unknown'],
])('of a message answered with %s (%#) it is known whether it may be sent again', async (_, answer, kind) => {
  expect(await sending(answer)).toMatchObject({ kind })
})

test.each([
  ['a page', page(200)],
  ['a lost gateway', page(502)],
  ['an odd shape', json(200, { error: 0, data: {} })],
  ['too much', json(200, { error: 0, data: 'x'.repeat(300_000) })],
])('a question answered with %s may be asked again, since asking changes nothing', async (_, answer) => {
  expect(await asking(answer)).toMatchObject({ kind: 'retryable' })
})

test.each([200, 400, 403, 429, 500, 502])('a number that is known keeps its meaning under HTTP %i', async (status) => {
  expect(await sending(json(status, { error: -118, message: 'Zalo account not existed' }))).toMatchObject({
    kind: 'recipient',
    code: -118,
    httpStatus: status,
  })
})

test('a number that nobody knows is tried again', async () => {
  expect(await sending(json(200, { error: -99999 }))).toMatchObject({ kind: 'retryable', code: -99999 })
})

test.each([
  ['3', 3000],
  ['0', 0],
  ['Mon, 05 Jan 2026 01:02:00 GMT', 120_000],
  ['Mon, 05 Jan 2026 00:00:00 GMT', 0],
  ['99999999999', 86_400_000],
  ['soon', undefined],
])('Retry-After: %s is passed on', async (header, retryAfterMs) => {
  const headers = { 'retry-after': header }

  expect(await sending(new Response('', { status: 429, headers }))).toMatchObject({ kind: 'retryable', retryAfterMs })
  expect(await sending(Response.json({ error: -144 }, { headers }))).toMatchObject({ kind: 'quota', retryAfterMs })
})

test('a token endpoint that is busy does not lose the connection', async () => {
  const { zalo } = zaloThatAnswers(() => json(503, { error: -100 }))

  expect(await fault(zalo.exchangeCode('code'))).toMatchObject({ kind: 'retryable' })
  const refused = zaloThatAnswers(() => json(200, { error: -14003 }))
  expect(await fault(refused.zalo.exchangeCode('code'))).toMatchObject({ kind: 'configuration', code: -14003 })
})

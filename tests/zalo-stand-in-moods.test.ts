import { expect, test } from 'vitest'
import type { Ailment } from '../server/zalo/stand-in/trouble.ts'
import { confirmation, openStandIn } from './support/stand-in.ts'

type Open = ReturnType<typeof openStandIn>
const send = ({ standIn, accessToken }: Open, signal?: AbortSignal) =>
  standIn.fetch('http://zalo.test/business/message/template', {
    method: 'POST',
    headers: { access_token: accessToken },
    body: JSON.stringify(confirmation()),
    signal,
  })

test.each<[Ailment, number, (text: string) => boolean]>([
  [-100, 200, (text) => JSON.parse(text).error === -100],
  ['500', 500, (text) => JSON.parse(text).error === -100],
  ['429', 429, (text) => !text.startsWith('{')],
  ['html', 200, (text) => text.startsWith('<')],
  ['empty', 200, (text) => text === ''],
  ['huge', 200, (text) => text.length > 256 * 1024],
  ['odd', 200, (text) => !('error' in JSON.parse(text))],
])('in the mood %s a host answers so, and does nothing', async (ailment, status, isRight) => {
  const open = openStandIn()
  open.standIn.trouble.next('business', ailment)

  const answer = await send(open)

  expect(answer.status).toBe(status)
  expect(answer.headers.get('retry-after')).toBe(ailment === '429' ? '2' : null)
  expect(await answer.text()).toSatisfy(isRight)
  expect(open.standIn.messages).toEqual([])
  expect((await send(open)).status).toBe(200)
  expect(open.standIn.messages).toHaveLength(1)
})

test.each([
  ['timeout_before', 0],
  ['timeout', 1],
] as const)('in the mood %s there is no answer, and %i messages went out', async (ailment, sent) => {
  const open = openStandIn()
  open.standIn.trouble.next('business', ailment)
  const giveUp = new AbortController()
  const answer = send(open, giveUp.signal)
  await send(open) // by now the first has been dealt with
  giveUp.abort()

  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  expect(open.standIn.messages).toHaveLength(sent + 1)
})

test.each([
  ['timeout_before', 0],
  ['timeout', 1],
] as const)('an impatient caller need not wait for silence: %s', async (ailment, sent) => {
  const open = openStandIn({ impatient: true })
  open.standIn.trouble.always('business', ailment)

  await expect(send(open)).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(open.standIn.messages).toHaveLength(sent)

  open.standIn.trouble.always('business', undefined)
  expect((await send(open)).status).toBe(200)
})

test('a lasting mood stays until it is lifted, an ordered one comes first', async () => {
  const open = openStandIn()
  open.standIn.trouble.always('business', '500')
  open.standIn.trouble.next('business', '429')

  expect([(await send(open)).status, (await send(open)).status, (await send(open)).status]).toEqual([429, 500, 500])
})

test.each(['oauth', 'business', 'openapi', 'graph', 'miniApp', 'payment'] as const)(
  '%s has a mood of its own',
  async (channel) => {
    const { standIn, ask } = openStandIn()
    standIn.trouble.always(channel, -32)
    const paths = {
      oauth: '/oauth/v4/oa/permission',
      business: '/business/quality',
      openapi: '/openapi/v2.0/oa/getoa',
      graph: '/graph/v2.0/me',
      miniApp: '/mini-app/notification/template',
      payment: '/payment/api/transaction/get-status',
    }

    expect(await ask('GET', paths[channel])).toMatchObject({ error: -32 })
  },
)

test('a host may be as slow as it likes', async () => {
  const open = openStandIn()
  open.standIn.latencyMs = 3000
  const answers: number[] = []
  const answer = send(open).then(({ status }) => answers.push(status))
  await expect.poll(() => open.standIn.messages.length).toBe(1)
  await open.pass(2)
  expect(answers).toEqual([])

  await open.pass(1)
  await answer

  expect(answers).toEqual([200])
})

test('moods are read and set in any part; nonsense changes nothing', async () => {
  const { ask, standIn } = openStandIn()
  const put = (part: object) => ask('PUT', '/mood', part)
  const before = await ask('GET', '/mood')
  expect(before).toEqual({
    channels: { oauth: null, business: null, openapi: null, graph: null, miniApp: null, payment: null },
    ...{
      receipts: 'once',
      payments: 'once',
      refunds: 1,
      webhooksDown: false,
      nightRule: true,
      outsideVietnam: false,
      quotaOut: false,
    },
    ...{ tokenLifeSeconds: 90_000, latencyMs: 0 },
  })

  expect(await put({ channels: { business: '429', graph: -501 }, latencyMs: 1, quotaOut: true })).toEqual({
    ...before,
    channels: { ...before.channels, business: '429', graph: -501 },
    ...{ latencyMs: 1, quotaOut: true },
  })
  expect(await put({ channels: { business: null, graph: null }, latencyMs: 0, quotaOut: false })).toEqual(before)
  for (const nonsense of [
    { channels: { business: 'sad' } },
    { channels: { telegram: '500' } },
    { receipts: 'thrice' },
    { latencyMs: -1 },
    { tokenLifeSeconds: 0 },
    { nightRule: 'no' },
    { colour: 'blue' },
    { next: { channel: 'business' } },
    [],
  ]) {
    const answer = await standIn.fetch('http://zalo.test/mood', { method: 'PUT', body: JSON.stringify(nonsense) })
    expect(answer.status).toBe(400)
  }
  expect(await ask('GET', '/mood')).toEqual(before)
})

test('a mood that was set is met by the next call: an exhausted quota, one ordered answer, a lasting one', async () => {
  const open = openStandIn()
  await open.ask('PUT', '/mood', { quotaOut: true })
  expect(await (await send(open)).json()).toMatchObject({ error: -144 })

  await open.ask('PUT', '/mood', { quotaOut: false, next: { channel: 'business', ailment: '500' } })
  expect([(await send(open)).status, (await send(open)).status]).toEqual([500, 200])
})

test('the clock is moved by whoever the server gave it to, and by nobody else', async () => {
  const travels: number[] = []
  const open = openStandIn({
    travel: async (minutes) => {
      travels.push(minutes)
      await open.pass(minutes * 60)
    },
  })

  expect(await open.ask('POST', '/time', { minutes: 60 })).toEqual({ now: '2026-01-05T02:00:00.000Z' })
  expect(await open.ask('GET', '/phone/state')).toMatchObject({ now: '2026-01-05T02:00:00.000Z', canTravel: true })
  expect(travels).toEqual([60])
  const post = async ({ standIn }: Open, body: object) =>
    (await standIn.fetch('http://zalo.test/time', { method: 'POST', body: JSON.stringify(body) })).status
  expect([await post(open, { minutes: -1 }), await post(open, {}), await post(openStandIn(), { minutes: 1 })]).toEqual([
    400, 400, 404,
  ])
})

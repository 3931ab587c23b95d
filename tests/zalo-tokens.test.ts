import { expect, test } from 'vitest'
import { bookingMade, openZalo } from './support/zalo.ts'

const lan = '84912345678'

test('a hundred messages at once with an expired token cause exactly one exchange', async () => {
  const { zalo, standIn, exchanges, pass } = openZalo()
  pass(25)

  await Promise.all(Array.from({ length: 100 }, () => zalo.sendTemplate(bookingMade(lan))))

  expect(exchanges).toHaveLength(1)
  expect(standIn.inboxOf('lan')).toHaveLength(100)
})

test('a hundred messages whose token was taken back are all sent after one exchange', async () => {
  const { zalo, standIn, exchanges } = openZalo()
  standIn.revokeAccessTokens()

  await Promise.all(Array.from({ length: 100 }, () => zalo.sendTemplate(bookingMade(lan))))

  expect(exchanges).toHaveLength(1)
  expect(standIn.inboxOf('lan')).toHaveLength(100)
})

test('a token is refreshed shortly before it expires', async () => {
  const { zalo, store, exchanges, pass } = openZalo()
  const first = store.current!
  pass(24.9)
  await zalo.sendTemplate(bookingMade(lan))
  expect(exchanges).toHaveLength(0)

  pass(0.05)
  await zalo.sendTemplate(bookingMade(lan))

  expect(exchanges).toHaveLength(1)
  expect(store.current!.refreshToken).not.toBe(first.refreshToken)
  expect(store.current!.expiresAt.getTime() - first.expiresAt.getTime()).toBe(24.95 * 3_600_000)
})

test('a new pair is not used before it is saved, and is not lost if saving fails once', async () => {
  const { zalo, standIn, store, exchanges, pass } = openZalo()
  const { save } = store
  store.save = () => Promise.reject(new Error('disk full'))
  pass(25)
  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toThrow('disk full')
  expect(standIn.inboxOf('lan')).toEqual([])

  store.save = save
  await zalo.sendTemplate(bookingMade(lan))

  expect(exchanges).toHaveLength(1)
  expect(standIn.inboxOf('lan')).toHaveLength(1)
})

test('a refresh token works once: whoever comes with a used one is told to connect again, and keeps what is stored', async () => {
  const { zalo, standIn, store, pass } = openZalo()
  const used = store.current!
  pass(25)
  await zalo.sendTemplate(bookingMade(lan))
  store.current = used

  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toMatchObject({ kind: 'configuration' })
  expect(store.current).toMatchObject({ ...used, lostBecause: expect.stringMatching(/nối lại/) })
  expect(standIn.inboxOf('lan')).toHaveLength(1)
})

test('a wrong app secret cannot refresh', async () => {
  const { zalo, pass } = openZalo({ settings: { appSecret: 'another' } })
  pass(25)

  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toMatchObject({ kind: 'configuration' })
})

test('a refresh whose answer is lost means the message was not sent, so it may be tried again', async () => {
  const { zalo, standIn, pass } = openZalo({ settings: { timeoutMs: 20 } })
  pass(25)
  standIn.trouble.next('oauth', 'timeout')

  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toMatchObject({ kind: 'retryable' })
  expect(standIn.inboxOf('lan')).toEqual([])
})

test('a shop that is not connected says so, and a token refused twice is not refreshed for ever', async () => {
  const { zalo, standIn, store, exchanges } = openZalo()
  standIn.trouble.next('business', -124, -124)
  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toMatchObject({ kind: 'configuration', code: -124 })
  expect(exchanges).toHaveLength(1)

  store.current = undefined
  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toMatchObject({ kind: 'configuration' })
})

test('a bearer token is no access token', async () => {
  const { standIn, store } = openZalo()
  const bearer = { headers: { authorization: `Bearer ${store.current!.accessToken}` } }

  const answer = await standIn.fetch('http://zalo.test/business/message/quota', bearer)

  expect(await answer.json()).toMatchObject({ error: -124 })
})

test('what an earlier run of the stand-in handed out still works, once', async () => {
  const earlier = openZalo()
  const later = openZalo()
  earlier.pass(25)
  await earlier.zalo.sendTemplate(bookingMade(lan))
  later.store.current = earlier.store.current
  later.pass(50)

  await later.zalo.sendTemplate(bookingMade(lan))

  expect(later.exchanges).toHaveLength(1)
})

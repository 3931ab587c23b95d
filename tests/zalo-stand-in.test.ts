import { expect, test } from 'vitest'
import { bookingMade, openZalo } from './support/zalo.ts'

const lan = '84912345678'

test.each([
  ['GET', '/business/message/quota', { error: 0, data: { dailyQuota: 500, remainingQuota: 500 } }],
  ['GET', '/business/template/all?offset=0&limit=100', { error: 0, metadata: { total: 33 } }],
  ['GET', '/business/template/sample-data?template_id=300005', { error: 0, data: { points: '25' } }],
  ['GET', '/business/template/info/v2?template_id=1', { error: -109 }],
  ['GET', '/openapi/v2.0/oa/getoa', { error: 0, data: { oa_id: '2222222222222222222' } }],
  ['GET', '/openapi/v3.0/oa/user/detail?data={}', { error: -201 }],
  ['POST', '/openapi/v3.0/oa/message/cs', { error: -201 }],
  ['POST', '/openapi/v3.0/oa/message/promotion', { error: -233 }],
  ['POST', '/openapi/v3.0/oa/message/transaction', { error: -233 }],
  ['GET', '/openapi/v2.0/oa/getfollowers', { error: -240 }],
  ['GET', '/openapi/v2.0/oa/getprofile', { error: -240 }],
  ['POST', '/business/message/template', { error: -121 }],
])('%s %s answers as Zalo does, always with HTTP 200', async (method, path, expected) => {
  const { standIn, store } = openZalo()

  const answer = await standIn.fetch(`http://zalo.test${path}`, {
    method,
    headers: { access_token: store.current!.accessToken },
  })

  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject(expected)
})

test('a template that Zalo has not approved, or has switched off, is not sent', async () => {
  const { zalo, standIn } = openZalo()
  standIn.templates[0]!.status = 'PENDING_REVIEW'

  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toMatchObject({ kind: 'permanent', code: -131 })
})

test('receipts can come twice, or never', async () => {
  const { zalo, standIn, events } = openZalo()
  standIn.switches.receipts = 'twice'
  await zalo.sendTemplate(bookingMade(lan))
  await standIn.settled()
  expect(events).toHaveLength(2)

  standIn.switches.receipts = 'never'
  const { msgId } = await zalo.sendTemplate(bookingMade(lan))
  await standIn.settled()
  expect(events).toHaveLength(2)
  expect(await zalo.messageStatus(msgId)).toMatchObject({ state: 'accepted' })
})

test('expires_in is a string, and the token endpoint says no in a shape of its own', async () => {
  const { standIn, store } = openZalo()
  const refresh = async (secret_key: string, changes: Record<string, string> = {}) => {
    const { refreshToken } = store.current!
    const form = { app_id: '1234567890123456789', grant_type: 'refresh_token', refresh_token: refreshToken, ...changes }
    const answer = await standIn.fetch('http://zalo.test/oauth/v4/oa/access_token', {
      method: 'POST',
      headers: { secret_key },
      body: new URLSearchParams(form),
    })
    return answer.json()
  }

  expect(await refresh('wrong')).toMatchObject({ error_name: 'Invalid secret key' })
  expect(await refresh('the-app-secret', { app_id: '1' })).toMatchObject({ error: -14002 })
  expect(await refresh('the-app-secret', { grant_type: 'password' })).toMatchObject({ error: expect.any(Number) })
  expect(await refresh('the-app-secret', { refresh_token: 'made.up' })).toMatchObject({ error: expect.any(Number) })
  expect(await refresh('the-app-secret')).toMatchObject({ expires_in: '90000', access_token: expect.any(String) })
  expect(await refresh('the-app-secret')).not.toHaveProperty('access_token')
})

import { eq } from 'drizzle-orm'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { createLog } from '../server/log.ts'
import { newToken } from '../server/staff/tokens.ts'
import { openTestShop, wish } from './support/shop.ts'

const notThere = sqliteTable('not_there', { phone: text('phone') })

test('the Mini App is let in from exactly its own origin', async () => {
  const { app, shop } = await openTestShop()
  const [origin] = shop.config.miniAppOrigins
  const preflight = (from: string) =>
    app.request('/api/bookings', {
      method: 'OPTIONS',
      headers: { origin: from, 'access-control-request-method': 'POST' },
    })
  const right = await preflight(origin!)
  expect([right.status, right.headers.get('access-control-allow-origin')]).toEqual([204, origin])
  expect(right.headers.get('access-control-allow-credentials')).toBeNull()
  for (const from of ['https://evil.example', `${origin}.evil.example`, 'null', 'https://h5.zdn.vn'])
    expect((await preflight(from)).headers.get('access-control-allow-origin')).toBeNull()
  expect(
    (await app.request('/admin/api/session', { headers: { origin: origin! } })).headers.get(
      'access-control-allow-origin',
    ),
  ).toBeNull()
})

test('the admin page forbids foreign scripts and frames', async () => {
  const { app } = await openTestShop()
  const { headers } = await app.request('/admin/x')
  const policy = headers.get('content-security-policy')!
  for (const rule of [
    "default-src 'self'",
    "script-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ])
    expect(policy).toContain(rule)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('a problem speaks the language of the reader and carries a number to ask about', async () => {
  const { app } = await openTestShop()
  const read = async (language: string) =>
    (await app.request('/api/me', { headers: { 'accept-language': language } })).json()
  const [vi, en] = [await read('vi-VN'), await read('en-GB')]
  expect(vi).toMatchObject({ status: 401, code: 'not_signed_in', detail: expect.stringContaining('đăng nhập') })
  expect(en.detail).toContain('sign in')
  expect(vi.requestId).not.toBe(en.requestId)
})

test('the log has each request and neither phones, tokens nor names', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const proof = { code: shop.zalo.phoneCodeOf('lan'), accessToken: shop.zalo.accessTokenOf('lan') }
  await lan('POST', '/me/phone', proof)
  await lan('POST', '/bookings', wish('15:00'))
  await (await shop.staff())('GET', '/customers?q=0912345678')
  const logged = shop.lines.join('')
  expect(logged).toContain('/api/bookings')
  for (const secret of [lan.token, proof.code, proof.accessToken, '912345678', 'Nguyễn'])
    expect(logged).not.toContain(secret)
})

test('what looks like a phone or a token is blotted out, wherever it comes from', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  log.info({ q: '0912 345 678', to: '+84912345678', token: newToken() }, 'gọi 0987.654.321')
  expect(lines.join('')).not.toMatch(/345|654|[\w-]{40}/)
})

test('a fault is logged without the values of the query, and shown as one sentence', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  shop.shop.write = () => shop.shop.read.select().from(notThere).where(eq(notThere.phone, '+84912345678')) as never
  const answer = await lan('POST', '/bookings', wish('15:00'))
  expect([answer.status, answer.body.code]).toEqual([500, 'fault'])
  const logged = shop.lines.join('')
  expect(logged).toContain('no such table')
  expect(logged).not.toContain('912345678')
})

test('it says when it lives and when it can serve', async () => {
  const { app } = await openTestShop()
  expect((await app.request('/healthz')).status).toBe(200)
  expect((await app.request('/readyz')).status).toBe(200)
})

test('both APIs describe every route they have', async () => {
  const { app } = await openTestShop()
  for (const [base, least] of [
    ['/api', 14],
    ['/admin/api', 38],
  ] as const) {
    const described = await (await app.request(`${base}/openapi.json`)).json()
    const routes = Object.entries(described.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(routes.length).toBeGreaterThanOrEqual(least)
    expect(described.servers).toEqual([{ url: base }])
  }
})

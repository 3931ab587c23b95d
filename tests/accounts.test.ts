import { expect, test } from 'vitest'
import { newOwnerLink } from '../server/staff/accounts.ts'
import { openTestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const signIn = { method: 'POST', headers: { 'content-type': 'application/json', 'x-requested-with': 'khach-quen' } }

test('a right password opens a session in a cookie that scripts cannot read', async () => {
  const { app } = await openTestShop()
  const body = JSON.stringify({ email: 'OWNER@tiem.vn', password: known.password })
  const answer = await app.request('/admin/api/session', { ...signIn, body })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.get('set-cookie')!
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  const who = await app.request('/admin/api/session', { headers: { cookie: cookie.split(';')[0]! } })
  expect(await who.json()).toMatchObject({ account: { role: 'owner' } })
})

test('behind TLS the cookie is bound to the host', async () => {
  const { app, shop } = await openTestShop()
  shop.config.publicUrl = 'https://tiem.vn'
  const body = JSON.stringify({ email: 'owner@tiem.vn', password: known.password })
  const cookie = (await app.request('/admin/api/session', { ...signIn, body })).headers.get('set-cookie')!
  expect(cookie).toMatch(/^__Host-khach-quen=.*Path=\/.*Secure/)
})

test('five wrong passwords close the door for that account, also to the right one', async () => {
  const { app } = await openTestShop()
  const tries = async (email: string, password: string) =>
    (await app.request('/admin/api/session', { ...signIn, body: JSON.stringify({ email, password }) })).status
  for (let i = 0; i < 5; i++) expect(await tries('owner@tiem.vn', 'sai')).toBe(401)
  expect(await tries('owner@tiem.vn', known.password)).toBe(429)
  expect(await tries('staff@tiem.vn', known.password)).toBe(200)
})

test('an unknown account is answered like a wrong password', async () => {
  const { anybody } = await openTestShop()
  const { app } = await openTestShop()
  const answer = await app.request('/admin/api/session', {
    ...signIn,
    body: JSON.stringify({ email: 'ai@do.vn', password: 'x' }),
  })
  expect([answer.status, (await answer.json()).code]).toEqual([401, 'wrong_password'])
  expect((await anybody('GET', '/admin/api/session')).body).toBe('null')
})

test('a session ends after twelve idle hours', async () => {
  const { staff, wait } = await openTestShop()
  const owner = await staff('owner')
  wait(11 * 60)
  expect((await owner('GET', '/session')).status).toBe(200)
  wait(11 * 60)
  expect((await owner('GET', '/session')).status).toBe(200)
  wait(12 * 60 + 1)
  expect((await owner('GET', '/settings')).status).toBe(401)
})

test('the one-time link makes one owner, once, within a day', async () => {
  const { app, shop, clock, wait } = await openTestShop()
  const token = await shop.write((tx) => newOwnerLink(tx, clock.at))
  const late = await shop.write((tx) => newOwnerLink(tx, clock.at))
  const use = async (link: string, email: string) => {
    const body = JSON.stringify({ token: link, name: 'Chủ tiệm', email, password: 'mat-khau-du-dai' })
    const answer = await app.request('/admin/api/owner', { ...signIn, body })
    return [answer.status, (await answer.json()).code]
  }
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => use(token, `chu${i}@tiem.vn`)))
  expect(answers.filter(([status]) => status === 201)).toHaveLength(1)
  expect(answers.filter(([, code]) => code === 'link_used')).toHaveLength(99)
  wait(25 * 60)
  expect(await use(late, 'muon@tiem.vn')).toEqual([409, 'link_used'])
})

test('what staff do is in the audit log, which the owner reads', async () => {
  const { staff } = await openTestShop()
  const [owner, manager] = [await staff('owner'), await staff('manager')]
  await manager('PUT', `/services/${known.haircut.id}`, {
    ...known.haircut,
    id: undefined,
    photoUrl: null,
    priceVnd: 120_000,
  })
  const { body } = await owner('GET', '/audit')
  expect(body.entries[0]).toMatchObject({ who: 'manager', act: 'change_service', about: known.haircut.id })
  expect(body.entries[0].detail).toContain('105000')
})

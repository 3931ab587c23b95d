import { describe, expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import naughty from './support/blns.json' with { type: 'json' }
import { someone } from './support/insight-writes.ts'
import { openTestShop, type TestShop, unlimited, wish } from './support/shop.ts'
import { shopper } from './support/shopper-writes.ts'
import { known } from './support/test-shop.ts'
import { staff } from './support/writes.ts'

const wrong: [name: string, value: unknown][] = [
  ['an object', {}],
  ['a list', [['x']]],
  ['NUL', 'a\0b'],
  ['a lone surrogate', 'a\ud800b'],
  ['100,000 characters', 'x'.repeat(50_000)],
  ['2^53', 2 ** 53],
  ['a fraction', 1.5],
  ['a negative number', -1e9],
  ['a far day', '9999-12-31T00:00:00Z'],
]

describe.each([...shopper, ...staff])('%s %s', (method, path, right) => {
  test('refuses what does not fit with 400 and the field', async () => {
    const shop = await openTestShop({ configure: unlimited })
    const ask = await asker(shop, path)
    for (const [name, value] of wrong)
      for (const [field, fits] of Object.entries(right)) {
        if (name === 'a far day' && !/^\d{4}-/.test(String(fits))) continue // a text like any other
        if (name === '100,000 characters' && field === 'text' && path.includes('/imports')) continue // a sheet is long
        const { status, body } = await ask(method, path, { ...right, [field]: value })
        const told = [field, name, status, body.code, String(body.field).split('.')[0]]
        expect(told).toEqual([field, name, 400, 'bad_input', field])
        expect(body.detail.length).toBeGreaterThan(5)
      }
  })

  test('refuses what it did not ask for', async () => {
    const shop = await openTestShop({ configure: unlimited })
    const ask = await asker(shop, path)
    for (const extra of ['role', 'points', 'status', 'priceVnd_', 'shopId', '__proto__x']) {
      const { status, body } = await ask(method, path, { ...right, [extra]: 'x' })
      if (extra in right) continue
      expect([extra, status, body.field]).toEqual([extra, 400, extra])
    }
    const notJson = await shop.app.request(path, {
      method,
      body: '{',
      headers: { 'content-type': 'application/json', ...(await headersOf(shop, path)) },
    })
    expect([notJson.status, (await notJson.json()).code]).toEqual([400, 'bad_input'])
  })

  test('survives every naughty string in every text', async () => {
    const shop = await openTestShop({ configure: unlimited })
    const ask = await asker(shop, path)
    const texts = Object.entries(right).filter(([, value]) => typeof value === 'string')
    const fields = path === '/admin/api/session' || path === '/admin/api/owner' ? texts.slice(0, 1) : texts
    const survives = async (text: string, field: string) => {
      const more = field !== 'id' && 'id' in right && right.id && method === 'POST' ? { id: newId() } : {}
      const { status } = await ask(method, path, { ...right, ...more, [field]: text })
      expect([field, text, status < 500]).toEqual([field, text, true])
    }
    for (let i = 0; i < naughty.length; i += 50)
      await Promise.all(naughty.slice(i, i + 50).flatMap((text) => fields.map(([field]) => survives(text, field))))
  })
})

test('what is accepted comes back equal, in NFC', async () => {
  const shop = await openTestShop({ configure: unlimited })
  const owner = await shop.staff('owner')
  const kept = new Map<string, string>()
  for (const text of [...naughty, 'Lê Thị Hoà'.normalize('NFD')]) {
    const id = newId()
    const { status } = await owner('POST', '/customers', { id, name: text })
    if (status === 201) kept.set(id, text)
  }
  expect(kept.size).toBeGreaterThan(300)
  for (const [id, text] of kept)
    expect((await owner('GET', `/customers/${id}`)).body.customer.name).toBe(text.normalize('NFC'))
})

test('an unknown choice is a 400 with its field', async () => {
  const shop = await openTestShop({ configure: unlimited })
  const [lan, desk] = [await shop.customer('lan'), await shop.staff('owner')]
  const fieldOf = async (answer: Promise<{ status: number; body: { field?: string } }>) => [
    (await answer).status,
    (await answer).body.field,
  ]
  expect(await fieldOf(lan('POST', '/bookings', wish('15:00', { parts: [] })))).toEqual([400, 'parts'])
  expect(
    await fieldOf(desk('POST', '/bookings', { ...wish('15:00'), customerId: newId(), newCustomer: null })),
  ).toEqual([400, 'customerId'])
  expect(await fieldOf(desk('POST', `/customers/${lan.id}/redemptions`, { id: newId(), offerId: newId() }))).toEqual([
    400,
    'offerId',
  ])
  expect(await fieldOf(desk('PUT', '/hours', { staffId: newId(), intervals: [] }))).toEqual([400, 'staffId'])
  expect((await desk('PUT', `/services/${newId()}`, { ...known.haircut, id: undefined, photoUrl: null })).status).toBe(
    404,
  )
})

test('a body over 64 KB is refused, and so is what is no object', async () => {
  const shop = await openTestShop({ configure: unlimited })
  const lan = await shop.customer('lan')
  expect((await lan('PATCH', '/me', { name: 'x'.repeat(70_000) })).status).toBe(413)
  for (const body of [null, [], 'x', 5]) expect((await lan('PATCH', '/me', body)).status).toBe(400)
})

async function asker(shop: TestShop, path: string) {
  if (path.startsWith('/admin')) {
    const owner = await shop.staff('owner')
    await owner('POST', '/customers', { id: someone, name: 'Tư' })
    return (method: string, full: string, json: unknown) => owner(method, full.slice('/admin/api'.length), json)
  }
  const lan = await shop.customer('lan')
  return (method: string, full: string, json: unknown) => lan(method, full.slice('/api'.length), json)
}

async function headersOf(shop: TestShop, path: string): Promise<Record<string, string>> {
  if (!path.startsWith('/admin')) return { authorization: `Bearer ${(await shop.customer('lan')).token}` }
  return { ...(await shop.staff('owner')).headers }
}

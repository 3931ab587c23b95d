import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { type Client, openTestShop, wish } from './support/shop.ts'
import { known, slotsOf } from './support/test-shop.ts'

/** What a shopper may write, and what an innocent try of it is answered with. */
const writes = [
  ['POST', '/bookings', {}, 400],
  ['POST', `/bookings/${newId()}/cancel`, {}, 404],
  ['POST', `/bookings/${newId()}/move`, {}, 400],
  ['POST', `/bookings/${newId()}/keep`, undefined, 404],
  ['POST', '/bookings/series', {}, 400],
  ['POST', '/bookings/series/preview', {}, 400],
  ['POST', '/holds', {}, 400],
  ['DELETE', `/holds/${newId()}`, undefined, 204],
  ['POST', '/waitlist', {}, 400],
  ['DELETE', `/waitlist/${newId()}`, undefined, 404],
  ['POST', `/waitlist/${newId()}/accept`, {}, 400],
  ['POST', '/rebook/x', {}, 400],
  ['POST', '/check-in', { code: 'x' }, 409],
  ['POST', '/queue', {}, 400],
] as const

test.each(writes)(
  '%s %s counts as a write, and past the limit nothing of it is done',
  async (method, path, json, innocent) => {
    const { customer } = await openTestShop({ configure: limits({ customer: 1 }) })
    const lan = await customer('lan')
    expect((await lan(method, path, json)).status).toBe(innocent)
    expect(await lan(method, path, json)).toMatchObject({ status: 429, body: { code: 'too_many_writes' } })
  },
)

test('a customer may write thirty times a minute; then they are told how long to wait, and may still read', async () => {
  const { customer } = await openTestShop()
  const lan = await customer('lan')
  for (let n = 0; n < 30; n++) expect((await lan('POST', '/bookings', {})).status).toBe(400)
  const refused = await lan('POST', '/bookings', wish())
  expect(refused).toMatchObject({ status: 429, body: { detail: expect.stringContaining('Mời bạn đợi một phút') } })
  expect(Number(refused.headers.get('retry-after'))).toBeOneOf(Array.from({ length: 60 }, (_, i) => i + 1))
  expect((await lan('GET', '/bookings')).body).toEqual([])
  expect((await lan('GET', slotsOf(known.haircut.id, '2026-01-05'))).status).toBe(200)
})

test('one who floods stops nobody else, and takes nothing of what the shop may', async () => {
  const { customer } = await openTestShop({ configure: limits({ customer: 2, shop: 3 }) })
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  expect(await tried(lan, 10)).toEqual([400, 400, ...Array(8).fill(429)])
  expect((await minh('POST', '/bookings', wish())).status).toBe(201)
})

test('all shoppers together hold to the limit of the shop; the desk works on', async () => {
  const { customer, staff } = await openTestShop({ configure: limits({ customer: 0, shop: 3 }) })
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  expect(await tried(lan, 3)).toEqual([400, 400, 400])
  expect(await minh('POST', '/bookings', wish())).toMatchObject({ status: 429, body: { code: 'too_many_writes' } })
  const atDesk = { ...wish(), customerId: null, newCustomer: null }
  expect((await (await staff())('POST', '/bookings', atDesk)).status).toBe(201)
})

test('a stranger is asked who they are before anything is counted', async () => {
  const { anybody, customer } = await openTestShop({ configure: limits({ customer: 0, shop: 1 }) })
  expect((await anybody('POST', '/api/bookings', wish())).status).toBe(401)
  const lan = await customer('lan')
  expect((await lan('POST', '/bookings', wish())).status).toBe(201)
})

const limits =
  ({ customer = 30, shop = 600 }) =>
  (config: { writesPerMinute: { customer: number; shop: number } }) => {
    config.writesPerMinute = { customer, shop }
  }

async function tried(client: Client, times: number) {
  const statuses = []
  for (let n = 0; n < times; n++) statuses.push((await client('POST', '/bookings', {})).status)
  return statuses
}

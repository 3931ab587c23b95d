import { describe, expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { openOrders } from './support/orders.ts'

const at = '2026-01-05T07:30:00+07:00'
const sale = (more: object = {}) => ({
  ...{ number: 'HD001', at, customer: { name: 'Hoa', phone: '0987 654 321' } },
  ...{ lines: [{ name: 'Kem ủ tóc', quantity: 2, unitPriceVnd: 150_000 }], discountVnd: 20_000, ...more },
})

async function openWithKey() {
  const shop = await openOrders()
  const { key, id } = (await shop.owner('POST', '/api-keys', { id: newId(), name: 'KiotViet' })).body
  const tell = async (order: object, bearer = key) => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const answer = await shop.app.request('/admin/api/orders', { method: 'POST', headers, body: JSON.stringify(order) })
    return { status: answer.status, body: await answer.json() }
  }
  return { ...shop, key, keyId: id, tell }
}

describe('another till tells of its sales', () => {
  test('a phone nobody knew becomes a customer, and the next sale is theirs too, with points for both', async () => {
    const { tell, owner, shop } = await openWithKey()
    expect((await tell(sale())).status).toBe(201)
    expect((await tell(sale({ number: 'HD002', customer: { phone: '+84987654321' } }))).status).toBe(201)
    const [hoa] = (await owner('GET', '/customers?q=0987')).body.customers
    const orders = (await owner('GET', `/orders?customerId=${hoa.id}`)).body
    expect(hoa.visits).toBe(1) // two of one day are one visit
    expect(orders).toMatchObject([
      { status: 'done', channel: 'KiotViet', totalVnd: 280_000, missingVnd: 0 },
      { status: 'done', channel: 'KiotViet', totalVnd: 280_000, missingVnd: 0 },
    ])
    expect((await owner('GET', `/customers/${hoa.id}`)).body.customer.points).toBe(56)
    expect(await examine(shop.read)).toEqual([])
  })

  test('a hundred times the same number is one order; other content under it is refused', async () => {
    const { tell, owner } = await openWithKey()
    const answers = await Promise.all(Array.from({ length: 100 }, () => tell(sale())))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await owner('GET', '/orders')).body).toHaveLength(1)
    expect((await tell(sale({ discountVnd: 0 }))).body.code).toBe('id_taken')
  })

  test('a key that is wrong, cut short or taken back opens nothing', async () => {
    const { tell, owner, key, keyId } = await openWithKey()
    for (const bad of ['kq_x', key.slice(0, -1), key.toUpperCase()]) expect((await tell(sale(), bad)).status).toBe(401)
    expect((await owner('POST', `/api-keys/${keyId}/revoke`)).status).toBe(200)
    expect((await tell(sale())).status).toBe(401)
    expect((await owner('GET', '/orders')).body).toEqual([])
  })

  test('what cannot be is told with its field, and nothing of it is written', async () => {
    const { tell, owner } = await openWithKey()
    const cases: [object, string][] = [
      [{ discountVnd: 300_001 }, 'discountVnd'],
      [{ customer: { phone: '12' } }, 'customer.phone'],
      [{ at: '2026-02-05T07:30:00+07:00' }, 'at'],
      [{ lines: [{ name: 'x', quantity: 0.5, unitPriceVnd: 1 }] }, 'lines.0.quantity'],
      [{ lines: [{ name: 'x', quantity: 1, unitPriceVnd: -1 }] }, 'lines.0.unitPriceVnd'],
    ]
    for (const [more, field] of cases) expect(await tell(sale(more))).toMatchObject({ status: 400, body: { field } })
    expect((await owner('GET', '/orders')).body).toEqual([])
  })
})

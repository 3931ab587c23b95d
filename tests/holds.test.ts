import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { noHolds, visitOf } from './support/friends.ts'
import { openProgramme as open, opened, visit } from './support/programme.ts'
import { known } from './support/test-shop.ts'

const whys = (body: { why: string }[]) => body.map(({ why }) => why)

test('more visits in a day than the owner believes wait until the owner has looked', async () => {
  const shop = await open({ holds: { ...noHolds, visitsADay: 2 } })
  for (let times = 0; times < 3; times++) await visit(shop)
  expect(await shop.points()).toMatchObject({ balance: 20, pending: 10 })
  const held = (await shop.owner('GET', '/held')).body
  expect(held).toMatchObject([{ points: 10, why: 'visits', about: known.haircut.name, paidVnd: 105_000, by: 'owner' }])
  await shop.pass(60 * 1440)
  expect((await shop.points()).pending).toBe(10)
  expect((await shop.owner('POST', `/lots/${held[0].lotId}/confirm`)).body.points).toBe(10)
  expect(await shop.points()).toMatchObject({ balance: 30, pending: 0 })
  expect((await shop.owner('GET', '/held')).body).toEqual([])
  expect(await examine(shop.shop.read)).toEqual([])
})

test('more points in a day wait too, and what falls through says so in the history', async () => {
  const shop = await open({ holds: { ...noHolds, pointsADay: 15 } })
  await visit(shop)
  await visit(shop)
  const [held] = (await shop.owner('GET', '/held')).body
  expect(held.why).toBe('points')
  expect((await shop.owner('POST', `/lots/${held.lotId}/void`)).body.points).toBe(10)
  const { entries, balance, pending } = await shop.points()
  expect([balance, pending]).toEqual([10, 0])
  expect(entries[0]).toMatchObject({ reason: 'voided', points: -10, sum: { held: 'points' } })
  await visit(shop)
  expect(whys((await shop.owner('GET', '/held')).body)).toEqual(['points'])
})

test('points on the phone of somebody who works here wait, unless the owner says otherwise', async () => {
  for (const staffPhones of [true, false]) {
    const shop = await open({ holds: { ...noHolds, staffPhones } })
    const { phone } = (await (await shop.customer('lan')).sharePhone()).body
    const thao = { name: 'Thảo', photoUrl: null, active: true, phone: `0${phone.slice(3)}` }
    expect((await shop.owner('PUT', `/staff-members/${known.thao.id}`, thao)).body.phone).toBe(phone)
    await visit(shop)
    expect(whys((await shop.owner('GET', '/held')).body)).toEqual(staffPhones ? ['staff_phone'] : [])
    expect(
      (await (await shop.staff())('GET', '/staff-members')).body.every((each: { phone: null }) => !each.phone),
    ).toBe(true)
    expect(JSON.stringify((await shop.anybody('GET', '/api/shop')).body)).not.toContain(phone)
  }
})

test('a phone of somebody who works here is a mobile number', async () => {
  const { owner } = await open()
  const thao = { name: 'Thảo', photoUrl: null, active: true, phone: '123' }
  expect(await owner('PUT', `/staff-members/${known.thao.id}`, thao)).toMatchObject({
    status: 400,
    body: { field: 'phone' },
  })
})

test('refunds of points that were spent are seen, for a month', async () => {
  const shop = await open()
  await opened(shop, 0 + 1)
  const { refund } = await visitOf(shop, shop.lan.id)
  expect((await shop.lan('POST', '/vouchers', { id: crypto.randomUUID(), offerId: known.wash.id })).status).toBe(201)
  await refund(105_000)
  const seen = () => shop.owner('GET', '/held/refunds')
  expect((await seen()).body).toMatchObject([{ points: 9, refundedVnd: 105_000, customer: { id: shop.lan.id } }])
  shop.wait(31 * 1440)
  expect((await seen()).body).toEqual([])
})

import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { offer, opened, openProgramme } from './support/programme.ts'

const day = 24 * 60

/** Lan has 40 points until 5 February. */
async function withPoints() {
  const shop = await openProgramme({ expiry: { kind: 'rolling', months: 1 } })
  await opened(shop, 40)
  const lots = async () => {
    const { entries } = (await shop.owner('GET', `/customers/${shop.lan.id}/points`)).body
    const told = entries.map(({ id }: { id: string }) => shop.owner('GET', `/customers/${shop.lan.id}/points/${id}`))
    return (await Promise.all(told)).flatMap(({ body }) => body.lots)
  }
  const act = (what: 'reinstate' | 'extend', lotId: string, untilDay: string, id = newId()) =>
    shop.owner('POST', `/lots/${lotId}/${what}`, { id, untilDay, reason: 'Khách ốm' })
  return { ...shop, lots, act, until: async () => (await shop.points()).expiring }
}

test('points that ran out come back until a day to come, with the reason, once', async () => {
  const shop = await withPoints()
  await shop.pass(32 * day)
  expect((await shop.points()).balance).toBe(0)
  const [lot] = await shop.lots()
  expect(lot.lapsed).toBe(40)
  expect((await shop.act('reinstate', lot.id, '2026-02-06')).body.field).toBe('untilDay') // that is today
  const id = newId()
  for (let i = 0; i < 2; i++)
    expect((await shop.act('reinstate', lot.id, '2026-03-31', id)).body).toEqual({ points: 40 })
  expect((await shop.act('reinstate', lot.id, '2026-03-31')).body.code).toBe('nothing_lapsed')
  const { balance, expiring, entries } = await shop.points()
  expect([balance, expiring]).toEqual([40, [{ until: '2026-03-31T16:59:59.999Z', units: 40 }]])
  expect(entries[0]).toMatchObject({ reason: 'reinstated', points: 40, about: 'Khách ốm' })
  const { roll } = (await shop.owner('GET', '/liability?from=2026-01-01&to=2026-02-28')).body
  expect(roll).toMatchObject({ adjusted: 40, expired: 0, closing: 40 })
  expect((await shop.lots()).every(({ lapsed }: { lapsed: number }) => lapsed === 0)).toBe(true)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('only what ran out comes back, not what was spent before', async () => {
  const shop = await withPoints()
  const gift = await offer(shop, 15)
  await shop.owner('POST', `/customers/${shop.lan.id}/redemptions`, { id: newId(), offerId: gift })
  await shop.pass(32 * day)
  const { lapsed, id } = (await shop.lots())[0]
  expect(lapsed).toBe(25)
  expect((await shop.act('reinstate', id, '2026-03-31')).body).toEqual({ points: 25 })
})

test('points that are still there live longer, never shorter, and the same request is one', async () => {
  const shop = await withPoints()
  const [lot] = await shop.lots()
  expect((await shop.act('extend', lot.id, '2026-02-05')).body.field).toBe('untilDay')
  const id = newId()
  for (let i = 0; i < 2; i++) expect((await shop.act('extend', lot.id, '2026-06-30', id)).body).toEqual({ points: 40 })
  expect(await shop.until()).toEqual([{ until: '2026-06-30T16:59:59.999Z', units: 40 }])
  expect((await shop.act('extend', lot.id, '2026-12-31')).body.code).toBe('nothing_left')
  await shop.pass(60 * day)
  expect((await shop.points()).balance).toBe(40)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('only owner and manager may, it is written down who did, and shoppers see no lot’s id', async () => {
  const shop = await withPoints()
  const [lot] = await shop.lots()
  const staff = await shop.staff('staff')
  const wish = { id: newId(), untilDay: '2026-06-30', reason: 'x' }
  expect((await staff('POST', `/lots/${lot.id}/extend`, wish)).status).toBe(403)
  await shop.act('extend', lot.id, '2026-06-30')
  const audit = (await shop.owner('GET', '/audit')).body
  expect(JSON.stringify(audit)).toContain('extend_points')
  const [entry] = (await shop.points()).entries
  const { lots } = (await shop.lan('GET', `/points/entries/${entry.id}`)).body
  expect(Object.keys(lots[0])).not.toContain('id')
})

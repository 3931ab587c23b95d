import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { offer, openProgramme as open, type WithProgramme } from './support/programme.ts'

const birthday = { points: 30, offerId: null, daysBefore: 7 }
const tell = ({ lan }: WithProgramme, day: string) => lan('PUT', '/me/birthday', { day, year: null })
/** A day later, and some days more. */
const until = async (shop: WithProgramme, day: string, time = '09:00') => {
  shop.clock.at = new Date(`${day}T${time}:00+07:00`)
  await shop.rounds()
}

test('a birthday is given for from so many days before, once a year', async () => {
  const shop = await open({ birthday }, '2026-01-05T08:00:00+07:00')
  expect((await tell(shop, '03-08')).body.birthday).toEqual({ day: '03-08', year: null, mayChange: true })
  await until(shop, '2026-02-28', '23:59')
  expect((await shop.points()).balance).toBe(0)
  await until(shop, '2026-03-01', '00:01')
  expect((await shop.points()).balance).toBe(30)
  await until(shop, '2026-03-08')
  expect((await shop.points()).balance).toBe(30)
  await until(shop, '2027-03-02')
  expect((await shop.points()).balance).toBe(60)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('Birthday entered 20/11 for 05/12, same year: no gift until next year', async () => {
  const shop = await open({ birthday }, '2026-11-20T08:00:00+07:00')
  await tell(shop, '12-05')
  for (const day of ['2026-11-28', '2026-12-05', '2026-12-31']) await until(shop, day)
  expect((await shop.points()).balance).toBe(0)
  await until(shop, '2027-11-28')
  expect((await shop.points()).balance).toBe(30)
})

test('told just thirty days before it counts, by the calendar of the shop', async () => {
  const shop = await open({ birthday }, '2026-03-01T23:30:00+07:00')
  await tell(shop, '03-31')
  await until(shop, '2026-03-31')
  expect((await shop.points()).balance).toBe(30)
  const late = await open({ birthday }, '2026-03-02T00:30:00+07:00')
  await tell(late, '03-31')
  await until(late, '2026-03-31')
  expect((await late.points()).balance).toBe(0)
})

test('29 February is celebrated on the 28th of other years, and on its day in its own', async () => {
  const shop = await open({ birthday: { ...birthday, daysBefore: 0 } }, '2027-01-05T08:00:00+07:00')
  await tell(shop, '02-29')
  await until(shop, '2027-02-28')
  expect((await shop.points()).balance).toBe(30)
  await until(shop, '2028-02-28')
  expect((await shop.points()).balance).toBe(30)
  await until(shop, '2028-02-29')
  expect((await shop.points()).balance).toBe(60)
})

test('around New Year the gift belongs to the year of the day', async () => {
  const shop = await open({ birthday }, '2026-10-05T08:00:00+07:00')
  await tell(shop, '01-03')
  await until(shop, '2026-12-28')
  await until(shop, '2027-01-02')
  expect((await shop.points()).balance).toBe(30)
})

test('another day may be said once; the desk may always correct it', async () => {
  const shop = await open({ birthday })
  expect((await tell(shop, '03-08')).status).toBe(200)
  expect((await tell(shop, '03-09')).body.birthday.mayChange).toBe(false)
  expect(await tell(shop, '03-10')).toMatchObject({ status: 409, body: { code: 'birthday_settled' } })
  expect((await tell(shop, '03-09')).status).toBe(200)
  for (const day of ['04-01', '04-02', '04-03']) {
    const wish = { name: 'Lan', phone: null, note: '', birthday: { day } }
    expect((await shop.owner('PUT', `/customers/${shop.lan.id}`, wish)).body.customer.birthday.day).toBe(day)
  }
  for (const day of ['02-30', '13-01', '3-8']) expect((await tell(shop, day)).status).toBe(400)
})

test('the voucher comes along and the customer is told; where it is used up the points still come', async () => {
  const shop = await open({}, '2026-01-05T08:00:00+07:00')
  const offerId = await offer(shop, 0, { name: 'Gội đầu sinh nhật', stock: 1, validDays: 30 })
  const rules = (await shop.owner('GET', '/programme')).body.rules
  await shop.owner('PUT', '/programme', { ...rules, birthday: { ...birthday, offerId } })
  const minh = await shop.customer('minh')
  await shop.lan('PUT', '/me/consents/marketing', { granted: true })
  await tell(shop, '03-08')
  await minh('PUT', '/me/birthday', { day: '03-09' })
  await until(shop, '2026-03-02')
  const [lans, minhs] = [await shop.points(), (await (await shop.customer('minh'))('GET', '/points')).body]
  expect([lans.balance, minhs.balance]).toEqual([30, 30])
  expect([lans.vouchers.length, minhs.vouchers.length]).toEqual([1, 0])
  const told = async (id: string) => (await shop.owner('GET', `/customers/${id}`)).body.messages[0]
  const reward = { reward: 'Gội đầu sinh nhật + 30 điểm', until: '23:59 31/03/2026' }
  expect(await told(shop.lan.id)).toMatchObject({ intent: 'birthday_gift', params: reward })
  expect((await told(minh.id)).params).toMatchObject({ reward: '30 điểm', until: 'không thời hạn' })
})

test('an offer of the birthday month is for who was born in it', async () => {
  const shop = await open({}, '2026-03-05T08:00:00+07:00')
  await offer(shop, 0, { audience: { kind: 'birthday_month' } })
  const names = async () => (await shop.points()).rewards.map(({ name }: { name: string }) => name)
  expect(await names()).not.toContain('Quà')
  await tell(shop, '03-30')
  expect(await names()).toContain('Quà')
  await until(shop, '2026-04-01')
  expect(await names()).not.toContain('Quà')
})

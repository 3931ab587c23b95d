import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLog, bookings, consents, visitPhotos } from '../drizzle/schema/index.ts'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { allow, deskOf, jpeg, visitOf } from './support/photos.ts'
import { openTestShop, wish } from './support/shop.ts'

test('before the customer allows it no photo is kept; afterwards they see their own', async () => {
  const shop = await openTestShop()
  const { lan, add, list, bookingId } = await visitOf(shop)
  expect((await lan('GET', '/me')).body.allowsPhotos).toBe(false)
  expect(await add(jpeg)).toMatchObject({ status: 409, body: { code: 'no_photo_consent' } })
  expect(await list()).toEqual({ allowed: false, photos: [] })

  await allow(lan)
  const id = newId()
  expect((await add(jpeg, { id, moment: 'after' })).status).toBe(201)
  const photo = { id, moment: 'after', at: '2026-01-05T01:00:00.000Z' }
  expect(await list()).toEqual({ allowed: true, photos: [photo] })
  expect((await lan('GET', `/bookings/${bookingId}/photos`)).body).toEqual([photo])
  const startsAt = '2026-01-05T03:00:00.000Z'
  expect((await lan('GET', '/photos')).body).toEqual([{ ...photo, bookingId, startsAt, serviceName: 'Cắt tóc' }])
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a photo taken back is gone with the consent: for the customer, the shop and the file', async () => {
  const shop = await openTestShop()
  const { lan, add, list, look, bookingId } = await visitOf(shop)
  await allow(lan)
  const id = newId()
  await add(jpeg, { id })
  const minh = await visitOf(shop, 'minh', '11:00')
  await allow(minh.lan)
  await minh.add(jpeg)

  expect((await allow(lan, false)).body).toMatchObject({ allowsPhotos: false, wantsNews: true })
  expect(await list()).toEqual({ allowed: false, photos: [] })
  expect((await look(id)).status).toBe(404)
  expect((await lan('GET', `/photos/${id}`)).status).toBe(404)
  expect((await add(jpeg)).body.code).toBe('no_photo_consent')
  expect(await shop.shop.read.select({ of: visitPhotos.bookingId }).from(visitPhotos)).toEqual([{ of: minh.bookingId }])
  const said = await shop.shop.read.select().from(consents).where(eq(consents.customerId, lan.id))
  expect(said.map(({ purpose, granted, textVersion }) => [purpose, granted, textVersion])).toEqual([
    ['photos', true, 'photos-1'],
    ['photos', false, 'photos-1'],
  ])
  await allow(lan)
  expect((await lan('GET', `/bookings/${bookingId}/photos`)).body).toEqual([])
})

test('who takes back at Zalo all they allowed the Mini App takes back the photos', async () => {
  const shop = await openTestShop()
  const { lan, add, list } = await visitOf(shop)
  await allow(lan)
  await add(jpeg)
  shop.zalo.revokeConsent(lan.key)
  await shop.settled()
  expect(await list()).toEqual({ allowed: false, photos: [] })
})

test('photos that come while the customer takes back their consent are not kept', async () => {
  const shop = await openTestShop()
  const { lan, add } = await visitOf(shop)
  await allow(lan)
  await add(jpeg)
  const answers = await Promise.all([add(jpeg), add(jpeg), allow(lan, false), add(jpeg), add(jpeg)])
  expect(answers[2]!.status).toBe(200)
  expect(await shop.shop.read.$count(visitPhotos)).toBe(0)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('somebody who gave no name has allowed nothing', async () => {
  const shop = await openTestShop()
  const desk = await shop.staff()
  const atDesk = { ...wish('10:00'), customerId: null, newCustomer: null }
  expect((await desk('POST', '/bookings', atDesk)).status).toBe(201)
  const { add, list } = await deskOf(shop, atDesk.id)
  expect((await add(jpeg)).body.code).toBe('no_photo_consent')
  expect(await list()).toEqual({ allowed: false, photos: [] })
})

test.each([
  ['a page', '<html><script>alert(1)</script>'],
  ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a GIF', 'GIF89a'],
  ['a sound in the same wrapping', 'RIFF\u0000\u0000\u0000\u0000WAVE'],
  ['nothing', ''],
])('%s that says it is a JPEG is refused', async (_, text) => {
  const shop = await openTestShop()
  const { lan, add } = await visitOf(shop)
  await allow(lan)
  expect(await add(Buffer.from(text))).toMatchObject({ status: 400, body: { code: 'bad_input', field: 'photo' } })
})

test('a visit that fell through takes no photos', async () => {
  const shop = await openTestShop()
  const { lan, add, bookingId } = await visitOf(shop)
  await allow(lan)
  await lan('POST', `/bookings/${bookingId}/cancel`, {})
  expect((await add(jpeg)).body.code).toBe('booking_over')
})

test('nobody sees anybody else’s photos, nor that they are there', async () => {
  const shop = await openTestShop()
  const { lan, add, bookingId } = await visitOf(shop)
  await allow(lan)
  const id = newId()
  await add(jpeg, { id })
  const minh = await shop.customer('minh')
  const withoutRequest = ({ body }: { body: object }) => ({ ...body, requestId: '' })
  for (const [foreign, unknown] of [
    [`/photos/${id}`, `/photos/${newId()}`],
    [`/bookings/${bookingId}/photos`, `/bookings/${newId()}/photos`],
  ] as const) {
    const answer = await minh('GET', foreign)
    expect(answer.status).toBe(404)
    expect(withoutRequest(answer)).toEqual(withoutRequest(await minh('GET', unknown)))
  }
  expect((await minh('GET', '/photos')).body).toEqual([])
  for (const path of ['/api/photos', `/api/photos/${id}`, `/api/bookings/${bookingId}/photos`])
    expect((await shop.anybody('GET', path)).status).toBe(401)
})

test('the book says who added and deleted a photo, and nothing of what is on it', async () => {
  const shop = await openTestShop()
  const { lan, add, remove, bookingId } = await visitOf(shop)
  await allow(lan)
  const id = newId()
  await add(jpeg, { id })
  await remove(id)
  expect((await remove(id)).status).toBe(404)
  const rows = await shop.shop.read.select().from(auditLog).where(eq(auditLog.about, bookingId))
  expect(rows.map(({ act, before, after }) => [act, before, after])).toEqual([
    ['add_photo', null, { moment: 'before' }],
    ['remove_photo', { moment: 'before' }, null],
  ])
  expect(shop.lines.join('')).not.toContain(jpeg.toString('base64'))
})

test('the doctor finds photos of somebody who allows none', async () => {
  const shop = await openTestShop()
  const { lan, add, bookingId } = await visitOf(shop)
  await allow(lan)
  await add(jpeg)
  const found = async () => (await examine(shop.shop.read)).map(({ check }) => check)
  expect(await found()).toEqual([])
  await shop.shop.write((tx) =>
    tx.run(
      sql`INSERT INTO consents (customer_id, purpose, granted, text_version, at) VALUES (${lan.id}, 'photos', 0, 'x', 0)`,
    ),
  )
  expect(await found()).toEqual(['no photo is kept of somebody who does not allow it'])
  await allow(lan)
  await shop.shop.write((tx) => tx.update(bookings).set({ customerId: null }).where(eq(bookings.id, bookingId)))
  expect(await found()).toEqual(['no photo is kept of somebody who does not allow it'])
})

import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLog, bookings, consents, visitPhotos } from '../drizzle/schema/index.ts'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { type Customer, openTestShop, type TestShop, wish } from './support/shop.ts'

const pictures = {
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  'image/png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'image/webp': Buffer.from('524946461a000000574542505650384c', 'hex'),
}
const jpeg = pictures['image/jpeg']

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

test.each(Object.entries(pictures))(
  '%s comes back as it was sent, for no cache and as nothing but a picture',
  async (type, bytes) => {
    const shop = await openTestShop()
    const { lan, add, look } = await visitOf(shop)
    await allow(lan)
    const id = newId()
    await add(bytes, { id }, 'text/html')
    for (const answer of [await look(id), await shop.app.request(`/api/photos/${id}`, bearer(lan))]) {
      expect(answer.status).toBe(200)
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': type,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      })
    }
  },
)

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

test.each([
  ['id', { id: 'x' }],
  ['moment', { moment: 'during' }],
])('a photo with a wrong %s is refused, and says which', async (field, asked) => {
  const shop = await openTestShop()
  const { lan, add } = await visitOf(shop)
  await allow(lan)
  expect(await add(jpeg, asked)).toMatchObject({ status: 400, body: { field } })
})

test('400 kB is taken, more is not; six photos a visit, not seven', async () => {
  const shop = await openTestShop()
  const { lan, add, list, remove } = await visitOf(shop)
  await allow(lan)
  const most = Buffer.concat([jpeg, Buffer.alloc(400 * 1024 - jpeg.length)])
  expect((await add(most)).status).toBe(201)
  expect(await add(Buffer.concat([most, Buffer.alloc(1)]))).toMatchObject({ status: 413, body: { code: 'too_large' } })
  const answers = await Promise.all(Array.from({ length: 6 }, () => add(jpeg)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 409])
  expect(answers[5]!.body.code).toBe('too_many_photos')

  const { photos } = await list()
  expect((await remove(photos[0].id)).status).toBe(204)
  expect((await add(jpeg)).status).toBe(201)
})

test('a photo sent twice is one; its id is of no use for another visit', async () => {
  const shop = await openTestShop()
  const { lan, add, list } = await visitOf(shop)
  const minh = await visitOf(shop, 'minh', '11:00')
  await allow(lan)
  await allow(minh.lan)
  const id = newId()
  expect([(await add(jpeg, { id })).status, (await add(jpeg, { id })).status]).toEqual([201, 201])
  expect((await list()).photos).toHaveLength(1)
  expect((await minh.add(jpeg, { id })).body.code).toBe('id_taken')
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

const allow = (customer: Customer, granted = true) => customer('PUT', '/me/consents/photos', { granted })
const bearer = ({ token }: Customer) => ({ headers: { authorization: `Bearer ${token}` } })

/** A customer's visit and the desk that takes its pictures. */
async function visitOf(shop: TestShop, key = 'lan', time = '10:00') {
  const lan = await shop.customer(key)
  const asked = wish(time)
  expect((await lan('POST', '/bookings', asked)).status).toBe(201)
  return { lan, bookingId: asked.id, ...(await deskOf(shop, asked.id)) }
}

async function deskOf(shop: TestShop, bookingId: string) {
  const desk = await shop.staff()
  return {
    async add(bytes: Buffer, { id = newId(), moment = 'before' } = {}, type = 'image/jpeg') {
      const answer = await shop.app.request(`/admin/api/bookings/${bookingId}/photos?id=${id}&moment=${moment}`, {
        method: 'POST',
        headers: { ...desk.headers, 'content-type': type, 'content-length': String(bytes.length) },
        body: new Uint8Array(bytes),
      })
      const text = await answer.text()
      return { status: answer.status, body: text ? JSON.parse(text) : undefined }
    },
    list: async () => (await desk('GET', `/bookings/${bookingId}/photos`)).body,
    look: async (id: string) => await shop.app.request(`/admin/api/photos/${id}`, { headers: desk.headers }),
    remove: (id: string) => desk('DELETE', `/photos/${id}`),
  }
}

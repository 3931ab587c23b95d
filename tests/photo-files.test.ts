import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { allow, bearer, jpeg, pictures, visitOf } from './support/photos.ts'
import { openTestShop } from './support/shop.ts'

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

import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { openTestShop, wish } from './support/shop.ts'

test('a shopper rates a visit once, and the owner reads it', async () => {
  const { customer, staff, wait } = await openTestShop()
  const [lan, desk, owner] = [await customer('lan'), await staff(), await staff('owner')]
  const asked = wish()
  await lan('POST', '/bookings', asked)
  const early = await lan('POST', '/feedback', { id: newId(), bookingId: asked.id, rating: 5, words: '' })
  expect(early.body.code).toBe('not_completed')
  wait(150)
  await desk('POST', `/bookings/${asked.id}/complete`, {})
  expect((await lan('GET', '/feedback/due')).body.id).toBe(asked.id)

  const said = { id: newId(), bookingId: asked.id, rating: 2, words: 'Cắt hơi lệch.\nChờ lâu.' }
  expect((await lan('POST', '/feedback', said)).status).toBe(201)
  expect((await lan('POST', '/feedback', said)).status).toBe(201) // the same again
  expect((await lan('POST', '/feedback', { ...said, id: newId() })).body.code).toBe('already_rated')
  expect((await lan('GET', '/feedback/due')).body).toBe('null')

  const { body } = await owner('GET', '/feedback')
  expect(body).toMatchObject({
    total: 1,
    average: 2,
    unread: 1,
    feedback: [{ rating: 2, words: said.words, customer: { id: lan.id } }],
  })
  await owner('POST', `/feedback/${said.id}/read`)
  expect((await owner('GET', '/feedback')).body.unread).toBe(0)
})

test('nobody rates the visit of somebody else', async () => {
  const { customer, staff, wait } = await openTestShop()
  const asked = wish()
  await (await customer('lan'))('POST', '/bookings', asked)
  wait(150)
  await (await staff())('POST', `/bookings/${asked.id}/complete`, {})
  const answer = await (await customer('minh'))('POST', '/feedback', {
    id: newId(),
    bookingId: asked.id,
    rating: 1,
    words: '',
  })
  expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
})

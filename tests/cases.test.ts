import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { opened, openProgramme, visit } from './support/programme.ts'

async function withEntry() {
  const shop = await openProgramme()
  await visit(shop)
  const [entry] = (await shop.points()).entries
  const ask = (words = 'Sao chỉ có 10 điểm?', id = newId(), entryId = entry.id) =>
    shop.lan('POST', '/cases', { id, entryId, words })
  return { ...shop, entry, ask }
}

test('a customer asks about an entry, the shop answers, and the customer reads it there and on the points page', async () => {
  const shop = await withEntry()
  const id = newId()
  for (let i = 0; i < 2; i++) expect((await shop.ask('Sao chỉ có 10 điểm?', id)).status).toBe(201)
  const open = (await shop.owner('GET', '/cases?state=open')).body
  expect(open).toMatchObject([
    {
      id,
      words: 'Sao chỉ có 10 điểm?',
      customer: { id: shop.lan.id },
      entry: { id: shop.entry.id, points: 10, about: 'Cắt tóc' },
    },
  ])
  expect((await shop.lan('GET', `/points/entries/${shop.entry.id}`)).body.case).toMatchObject({ state: 'open' })
  expect((await shop.points()).answers).toEqual([])

  const answer = (words: string) => shop.owner('POST', `/cases/${id}/answer`, { words })
  for (let i = 0; i < 2; i++) expect((await answer('Mỗi 10.000 đ được 1 điểm ạ.')).status).toBe(200)
  expect((await answer('Khác')).body.code).toBe('case_answered')
  const { body } = await shop.lan('GET', `/points/entries/${shop.entry.id}`)
  expect(body.case).toMatchObject({ state: 'answered', answer: 'Mỗi 10.000 đ được 1 điểm ạ.' })
  expect((await shop.points()).answers).toMatchObject([{ entryId: shop.entry.id }])
  expect((await shop.owner('GET', '/cases?state=open')).body).toEqual([])
  expect((await shop.owner('GET', '/cases?state=answered')).body).toMatchObject([{ id, answeredBy: 'owner' }])
})

test('nobody asks about the points of somebody else, nor more than five things at once', async () => {
  const shop = await withEntry()
  const minh = await shop.customer('minh')
  const wish = { id: newId(), entryId: shop.entry.id, words: 'Của tôi?' }
  expect((await minh('POST', '/cases', wish)).status).toBe(404)
  const codes = []
  for (let i = 0; i < 6; i++) codes.push((await shop.ask()).body.code)
  expect(codes).toEqual([...Array(5).fill(undefined), 'too_many_cases'])
  const [first] = (await shop.owner('GET', '/cases')).body
  await shop.owner('POST', `/cases/${first.id}/answer`, { words: 'Dạ đúng ạ' })
  expect((await shop.ask()).status).toBe(201)
})

test('everybody at the shop reads the questions, only owner and manager answer', async () => {
  const shop = await withEntry()
  await shop.ask()
  const staff = await shop.staff('staff')
  const [one] = (await staff('GET', '/cases')).body
  expect((await staff('POST', `/cases/${one.id}/answer`, { words: 'x' })).status).toBe(403)
  expect((await (await shop.staff('manager'))('POST', `/cases/${one.id}/answer`, { words: 'x' })).status).toBe(200)
})

test('an id that was used for another question is not taken for this one', async () => {
  const shop = await withEntry()
  await opened(shop, 5)
  const [second] = (await shop.points()).entries
  const id = newId()
  await shop.ask('Một', id)
  expect((await shop.ask('Hai', id, second.id)).body.code).toBe('id_taken')
})

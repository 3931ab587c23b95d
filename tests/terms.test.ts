import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { firstProgramme } from '../shared/programme.ts'
import { offer, opened, openProgramme, visit } from './support/programme.ts'

async function withTerms(terms = 'Điểm có hạn một năm.') {
  const shop = await openProgramme({ terms })
  const change = async (rules: object) => {
    await shop.owner('PUT', '/programme', { ...firstProgramme(10_000), terms, ...rules })
    shop.wait(1)
  }
  const gift = await offer(shop, 5)
  const take = (id = newId()) => shop.lan('POST', '/vouchers', { id, offerId: gift })
  const agree = (version: number) => shop.lan('POST', '/points/terms', { version })
  return { ...shop, change, take, agree, terms: async () => (await shop.points()).terms }
}

test('points are earned without a word, and spent once the terms are agreed to', async () => {
  const shop = await withTerms()
  await visit(shop)
  expect((await shop.points()).balance).toBe(10)
  expect((await shop.take()).body.code).toBe('terms_first')
  expect((await shop.lan('POST', '/codes', { id: newId(), code: 'XINCHAO' })).body.code).toBe('terms_first')
  const { version, words, accepted } = await shop.terms()
  expect([words, accepted]).toEqual(['Điểm có hạn một năm.', false])
  for (let i = 0; i < 2; i++) expect((await shop.agree(version)).status).toBe(204)
  expect((await shop.terms()).accepted).toBe(true)
  expect((await shop.take()).status).toBe(201)
})

test('other rules leave the agreement as it is, other words ask anew, and old words cannot be agreed to', async () => {
  const shop = await withTerms()
  await opened(shop, 50)
  const { version } = await shop.terms()
  await shop.agree(version)
  await shop.change({ leastVnd: 1000 })
  expect(await shop.terms()).toMatchObject({ version, accepted: true })
  await shop.change({ terms: 'Điểm có hạn hai năm.' })
  const next = await shop.terms()
  expect([next.words, next.accepted]).toEqual(['Điểm có hạn hai năm.', false])
  expect((await shop.take()).body.code).toBe('terms_first')
  expect((await shop.agree(version)).body.code).toBe('terms_changed')
  expect((await shop.agree(next.version)).status).toBe(204)
  expect((await shop.take()).status).toBe(201)
})

test('a shop without terms asks for none, and the desk hands over without', async () => {
  const shop = await withTerms('')
  await opened(shop, 50)
  expect(await shop.terms()).toBeNull()
  expect((await shop.take()).status).toBe(201)
  const strict = await withTerms()
  await opened(strict, 50)
  const wish = { id: newId(), offerId: await offer(strict, 5) }
  expect((await strict.owner('POST', `/customers/${strict.lan.id}/redemptions`, wish)).status).toBe(201)
})

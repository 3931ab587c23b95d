import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { offer, openProgramme } from './support/programme.ts'

type Shop = Awaited<ReturnType<typeof openProgramme>>
const byCode = { audience: { kind: 'code' } }
const add = (shop: Shop, offerId: string, wish: object) =>
  shop.owner('POST', `/offers/${offerId}/codes`, { id: newId(), ...wish })
const shared = (code: string, most: number | null = null) => ({ kind: 'shared', code, most })
const type = (shop: Pick<Shop, 'lan'>, code: string, id = newId()) => shop.lan('POST', '/codes', { id, code })

/** The codes of a label as the owner prints them. */
async function printed(shop: Shop, offerId: string, label: string): Promise<string[]> {
  const { body } = await shop.owner('GET', `/offers/${offerId}/codes/csv?label=${encodeURIComponent(label)}`)
  const [, ...rows] = (body as string).trim().split('\r\n')
  return rows.map((row) => row.split(',')[0]!)
}

test('whoever types a code has its offer, in any case and with dashes, once a request', async () => {
  const shop = await openProgramme()
  const gift = await offer(shop, 0, byCode)
  expect((await add(shop, gift, shared('Xin Chào-26'))).status).toBe(201)
  const id = newId()
  const [first, again] = [await type(shop, ' xin-chào 26', id), await type(shop, 'xinchao26', id)]
  expect([first.status, again.body]).toEqual([201, first.body])
  expect((await shop.points()).vouchers).toHaveLength(1)
  expect((await shop.owner('GET', `/offers/${gift}/codes`)).body.shared).toEqual([
    { code: 'XINCHAO26', most: null, taken: 1 },
  ])
})

test('an O typed for a zero and an I for a one still find the code, and no other offer may have such a twin', async () => {
  const shop = await openProgramme()
  const [gift, other] = [await offer(shop, 0), await offer(shop, 0)]
  await add(shop, gift, shared('TET2010'))
  expect((await type(shop, 'tet2oio')).status).toBe(201)
  expect((await add(shop, other, shared('TET20IO'))).body.code).toBe('code_taken')
})

test('an offer for who has a code is shown to nobody, and is had in no other way', async () => {
  const shop = await openProgramme()
  const gift = await offer(shop, 0, byCode)
  await add(shop, gift, shared('DOITAC', 5))
  expect((await shop.points()).rewards.map(({ id }: { id: string }) => id)).not.toContain(gift)
  expect((await shop.lan('POST', '/vouchers', { id: newId(), offerId: gift })).body.code).toBe('offer_not_for_you')
  const tally = ['id', 'state', 'createdAt', 'open', 'used', 'setAsideVnd', 'spentVnd', 'isOfCard']
  const stored = (await shop.owner('GET', '/offers')).body.find(({ id }: { id: string }) => id === gift)
  const wish = Object.fromEntries(Object.entries(stored).filter(([key]) => !tally.includes(key)))
  expect((await shop.owner('POST', `/offers/forecast?id=${gift}`, wish)).body.reach).toBe(5)
})

test('what the offer asks holds for its codes too: its turns, its state, its stock', async () => {
  const shop = await openProgramme()
  const said = async (more: object, state = 'live') => {
    const id = await offer(shop, 0, { ...byCode, ...more }, state)
    const code = `MA${newId().slice(-8)}`
    expect((await add(shop, id, shared(code))).status).toBe(201)
    await type(shop, code)
    return (await type(shop, code)).body.code
  }
  expect(await said({ perPerson: 1 })).toBe('offer_had')
  expect(await said({ stock: 1 })).toBe('offer_gone')
  expect(await said({}, 'ended')).toBe('offer_ended')
  expect(await said({}, 'draft')).toBe('offer_not_yet')
  expect(await said({ toDay: '2026-01-01' })).toBe('offer_ended')
})

test('a single-use code that a hundred ask for at once becomes one voucher', async () => {
  const shop = await openProgramme()
  const gift = await offer(shop, 0, byCode)
  await add(shop, gift, { kind: 'imported', codes: ['doi-tac-001'], label: 'Đối tác' })
  const people = await Promise.all(['lan', 'minh', 'yen', 'bao'].map((key) => shop.customer(key)))
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) => people[i % 4]!('POST', '/codes', { id: newId(), code: 'DOITAC001' })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { body } of answers.filter(({ status }) => status !== 201))
    expect(['code_used_up', 'too_many_writes']).toContain(body.code)
  const tally = (await shop.owner('GET', '/offers')).body.find(({ id }: { id: string }) => id === gift)
  expect(tally.open).toBe(1)
  expect((await shop.owner('GET', `/offers/${gift}/codes`)).body.batches).toEqual([
    { label: 'Đối tác', made: 1, taken: 1 },
  ])
})

test('generated codes are as many as asked for, once a request, unlike each other and printable', async () => {
  const shop = await openProgramme()
  const gift = await offer(shop, 0, byCode)
  const wish = { id: newId(), kind: 'generated', count: 500, label: '=1+1' }
  for (let i = 0; i < 2; i++) expect((await shop.owner('POST', `/offers/${gift}/codes`, wish)).status).toBe(201)
  const codes = await printed(shop, gift, '=1+1')
  expect([codes.length, new Set(codes).size]).toEqual([500, 500])
  for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{10}$/)
  expect((await type(shop, codes[7]!)).status).toBe(201)
  expect((await type(shop, codes[7]!)).body.code).toBe('code_used_up')
  const { body: csv } = await shop.owner('GET', `/offers/${gift}/codes/csv?label=${encodeURIComponent('=1+1')}`)
  expect(csv).not.toMatch(/(^|,)=/m) // or a table program would reckon it
})

test('who guesses is stopped after ten a minute, and who types right is not', async () => {
  const shop = await openProgramme()
  const gift = await offer(shop, 0)
  await add(shop, gift, shared('DUNGROI'))
  for (let i = 0; i < 12; i++) expect((await type(shop, 'dung roi')).status).toBe(201)
  const wrong = []
  for (let i = 0; i < 11; i++) wrong.push((await type(shop, `SAIROI${i}`)).body.code)
  expect(wrong).toEqual([...Array(10).fill('code_unknown'), 'too_many_writes'])
  expect((await type(shop, 'DUNGROI')).status).toBe(429)
})

test('staff find a voucher by what its customer reads aloud', async () => {
  const shop = await openProgramme()
  const gift = await offer(shop, 0)
  await add(shop, gift, shared('TIMTHAY'))
  const { body: taken } = await type(shop, 'TIMTHAY')
  const staff = await shop.staff('staff')
  const { body } = await staff('GET', `/vouchers?code=${taken.code.toLowerCase()}`)
  expect(body).toMatchObject({ id: taken.id, state: 'open', customerId: shop.lan.id, customerName: 'Khách Zalo' })
})

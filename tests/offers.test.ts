import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { codeAt, memberKey, stepAt } from '../shared/member-code.ts'
import { offer, openProgramme as open, opened, visit, type WithProgramme } from './support/programme.ts'
import { known } from './support/test-shop.ts'

const take = ({ lan }: Pick<WithProgramme, 'lan'>, offerId: string, id = newId()) =>
  lan('POST', '/vouchers', { id, offerId })
const codeOf = (answer: { body: { code?: string } }) => answer.body.code

test.each([
  ['a draft', {}, 'draft', [400, 'bad_input']],
  ['one that is paused', {}, 'paused', [409, 'offer_ended']],
  ['one whose days are over', { toDay: '2026-01-04' }, 'live', [409, 'offer_ended']],
  ['one that begins tomorrow', { fromDay: '2026-01-06' }, 'live', [409, 'offer_not_yet']],
  [
    'one for who has been here twice',
    { audience: { kind: 'returning', visits: 2 } },
    'live',
    [409, 'offer_not_for_you'],
  ],
  [
    'one for who was not here for a month',
    { audience: { kind: 'away', days: 30 } },
    'live',
    [409, 'offer_not_for_you'],
  ],
  ['one that costs more points than there are', { pointsCost: 5 }, 'live', [409, 'not_enough_points']],
  [
    'one whose budget is too small for a single one',
    { kind: 'amount', amountVnd: 20_000, budgetVnd: 19_999 },
    'live',
    [409, 'offer_gone'],
  ],
])('%s is not taken, and nothing is written', async (_, more, state, expected) => {
  const shop = await open()
  const id = await offer(shop, 0, more as object, state as string)
  const { status, body } = await take(shop, id)
  expect([status, body.code]).toEqual(expected)
  expect((await shop.points()).vouchers).toEqual([])
})

test('of 200 who take the last three of an offer at once, three get one', async () => {
  const shop = await open()
  const id = await offer(shop, 0, { stock: 3 })
  const answers = await Promise.all(Array.from({ length: 200 }, () => take(shop, id)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
  expect(answers.filter((answer) => codeOf(answer) === 'offer_gone')).toHaveLength(197)
})

test('a person has an offer as often as it says; given back it can be taken again', async () => {
  const shop = await open()
  const id = await offer(shop, 0, { perPerson: 1 })
  const first = await take(shop, id)
  expect(codeOf(await take(shop, id))).toBe('offer_had')
  expect((await shop.lan('DELETE', `/vouchers/${first.body.id}`)).status).toBe(204)
  expect((await take(shop, id)).status).toBe(201)
})

test('the budget holds what is out and what was really spent, not what was set aside for it', async () => {
  const shop = await open()
  const more = { kind: 'percent', percent: 10, mostVnd: 20_000, budgetVnd: 30_500 }
  const id = await offer(shop, 0, more)
  const { body } = await take(shop, id)
  expect(codeOf(await take(shop, id))).toBe('offer_gone')
  await visit(shop, { voucherIds: [body.id] })
  expect((await take(shop, id)).status).toBe(201)
  expect((await shop.owner('GET', '/offers')).body.find((each: { id: string }) => each.id === id)).toMatchObject({
    ...{ open: 1, used: 1, setAsideVnd: 20_000, spentVnd: 10_500 },
  })
})

test.each([
  ['amount', { kind: 'amount', amountVnd: 200_000 }, 105_000],
  ['percent', { kind: 'percent', percent: 10, mostVnd: 8000 }, 8000],
  ['free service', { kind: 'free_service', serviceId: known.haircut.id }, 105_000],
])('a voucher of kind %s takes off what it says, never more than the bill', async (_, more, offVnd) => {
  const shop = await open()
  const { body } = await take(shop, await offer(shop, 0, more))
  expect((await visit(shop, { voucherIds: [body.id] })).body).toMatchObject({ paidVnd: 105_000 - offVnd })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a voucher that is used, expired, of another or for another bill is refused with its own words', async () => {
  const shop = await open()
  const used = await take(shop, await offer(shop, 0, { kind: 'amount', amountVnd: 5000 }))
  await visit(shop, { voucherIds: [used.body.id] })
  expect(codeOf(await visit(shop, { voucherIds: [used.body.id] }))).toBe('voucher_over')
  const colour = await take(shop, await offer(shop, 0, { kind: 'free_service', serviceId: known.colour.id }))
  expect(codeOf(await visit(shop, { voucherIds: [colour.body.id] }))).toBe('voucher_needs_bill')
  const tuesday = await take(shop, await offer(shop, 0, { kind: 'amount', amountVnd: 5000, weekdays: [2] }))
  expect(codeOf(await visit(shop, { voucherIds: [tuesday.body.id] }))).toBe('offer_not_today')

  const minh = await shop.customer('minh')
  const theirs = await minh('POST', '/vouchers', {
    id: newId(),
    offerId: await offer(shop, 0, { kind: 'amount', amountVnd: 5000 }),
  })
  expect(await visit(shop, { voucherIds: [theirs.body.id] })).toMatchObject({
    status: 400,
    body: { field: 'voucherIds' },
  })
  expect((await shop.lan('DELETE', `/vouchers/${theirs.body.id}`)).status).toBe(404)

  const short = await take(shop, await offer(shop, 0, { kind: 'amount', amountVnd: 5000, validDays: 1 }))
  await shop.pass(24 * 60)
  expect(codeOf(await visit(shop, { voucherIds: [short.body.id] }))).toBe('voucher_over')
  expect((await shop.points()).vouchers.find(({ id }: { id: string }) => id === short.body.id).state).toBe('lapsed')
})

test('what the shop takes back frees its points, once, with a reason', async () => {
  const shop = await open()
  await opened(shop, 10)
  const { body } = await take(shop, await offer(shop, 10))
  expect(await shop.points()).toMatchObject({ balance: 0, reserved: 10 })
  expect((await shop.owner('POST', `/vouchers/${body.id}/void`, { reason: '' })).status).toBe(400)
  expect((await shop.owner('POST', `/vouchers/${body.id}/void`, { reason: 'Hết hàng' })).body.state).toBe('voided')
  expect((await shop.owner('POST', `/vouchers/${body.id}/void`, { reason: 'Hết hàng' })).status).toBe(200)
  expect(await shop.points()).toMatchObject({ balance: 10, reserved: 0 })
})

test('a member code hands over once; another customer’s, a used or an old one hands over nothing', async () => {
  const shop = await open()
  await opened(shop, 30)
  const id = await offer(shop, 10)
  const card = (await shop.lan('GET', '/me/member-code')).body
  const key = await memberKey(Uint8Array.from(Buffer.from(card.secret, 'base64url')))
  const code = await codeAt(key, card.ref, stepAt(shop.shop.now().getTime()))
  const hand = (customerId: string, more: object = {}) =>
    shop.owner('POST', `/customers/${customerId}/redemptions`, { id: newId(), offerId: id, code, ...more })
  expect((await hand(shop.lan.id)).status).toBe(201)
  expect(codeOf(await hand(shop.lan.id))).toBe('code_used')
  expect(codeOf(await hand(shop.lan.id, { code: `${code.slice(0, -4)}AAAA` }))).toBe('code_unknown')
  shop.wait(2)
  expect(codeOf(await hand(shop.lan.id))).toBe('code_old')
  expect((await shop.points()).balance).toBe(20)
})

test('an offer that contradicts itself is bad input with its field', async () => {
  const shop = await open()
  const wrong = async (more: object) => {
    const { status, body } = await shop.owner('POST', '/offers', await wishOf(more))
    return [status, body.field]
  }
  expect(await wrong({ kind: 'percent', percent: 101, mostVnd: 1000 })).toEqual([400, 'percent'])
  expect(await wrong({ kind: 'percent', percent: 10 })).toEqual([400, 'mostVnd'])
  expect(await wrong({ kind: 'amount' })).toEqual([400, 'amountVnd'])
  expect(await wrong({ kind: 'gift', percent: 10 })).toEqual([400, 'percent'])
  expect(await wrong({ fromDay: '2026-02-02', toDay: '2026-02-01' })).toEqual([400, 'toDay'])
  expect(await wrong({ kind: 'free_service', serviceId: newId() })).toEqual([400, 'serviceId'])
})

const wishOf = async (more: object) => ({
  ...{
    id: newId(),
    name: 'Quà',
    words: '',
    kind: 'gift',
    amountVnd: null,
    percent: null,
    mostVnd: null,
    serviceId: null,
  },
  ...{ costVnd: 0, pointsCost: 0, stock: null, perPerson: null, budgetVnd: null, fromDay: null, toDay: null },
  ...{ weekdays: [], audience: { kind: 'everybody' }, validDays: null, startsAfterDays: 0, alone: true, ...more },
})

import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { type Client, openTestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const { id: haircutId, ...haircut } = { ...known.haircut, photoUrl: null as string | null, deposit: null }
const [short, long] = [newId(), newId()]

async function refusalOf(answer: ReturnType<Client>) {
  const { status, body } = await answer
  return [status, body.field]
}

test('a service keeps all that was said of it, and shoppers see what concerns them', async () => {
  const { staff, anybody } = await openTestShop()
  const owner = await staff('owner')
  const chair = { id: newId(), name: 'Ghế gội', quantity: 2, active: true }
  expect((await owner('POST', '/resources', chair)).status).toBe(201)
  const dyeing = {
    ...haircut,
    ...{
      id: newId(),
      name: 'Nhuộm',
      durationMinutes: 120,
      priceVnd: 500_000,
      priceKind: 'range',
      priceMaxVnd: 900_000,
    },
    ...{ bufferAfterMinutes: 10, cleaning: true, groupSize: 1, leadMinutes: 180, private: false },
    gaps: [{ fromMinute: 40, minutes: 30 }],
    variants: [
      { id: short, name: 'Tóc ngắn', durationMinutes: 90, priceVnd: 400_000 },
      { id: long, name: 'Tóc dài', durationMinutes: 150, priceVnd: 800_000 },
    ],
    addons: [{ id: newId(), name: 'Hấp dầu', minutes: 20, priceVnd: 100_000 }],
    doneBy: [
      { staffId: known.thao.id, durationMinutes: null },
      { staffId: known.quan.id, durationMinutes: 150 },
    ],
    needs: [{ resourceId: chair.id, quantity: 1 }],
    deposit: null,
  }
  const added = await owner('POST', '/services', dyeing)
  expect([added.status, added.body]).toEqual([201, { ...dyeing, bufferBeforeMinutes: 0 }])
  expect((await owner('GET', '/services')).body).toContainEqual({ ...dyeing, bufferBeforeMinutes: 0 })

  const { body } = await anybody('GET', '/api/shop')
  const shown = body.services.find(({ id }: { id: string }) => id === dyeing.id)
  expect(shown).toMatchObject({ priceKind: 'range', priceMaxVnd: 900_000, variants: dyeing.variants })
  expect(shown).toMatchObject({ doneBy: [known.thao.id, known.quan.id], ownMinutes: { [known.quan.id]: 150 } })
  for (const inner of ['needs', 'gaps', 'bufferAfterMinutes', 'leadMinutes', 'private'])
    expect(shown).not.toHaveProperty(inner)
})

test.each([
  ['priceMaxVnd', { priceKind: 'range', priceMaxVnd: null }],
  ['priceMaxVnd', { priceKind: 'range', priceMaxVnd: haircut.priceVnd }],
  ['gaps.0.minutes', { gaps: [{ fromMinute: 10, minutes: 20 }] }],
  ['gaps.1.fromMinute', { durationMinutes: 120, gaps: [10, 20].map((fromMinute) => ({ fromMinute, minutes: 10 })) }],
  ['gaps.1.fromMinute', { durationMinutes: 120, gaps: [60, 20].map((fromMinute) => ({ fromMinute, minutes: 10 })) }],
  [
    'gaps.0.minutes',
    {
      ...{ durationMinutes: 120, gaps: [{ fromMinute: 60, minutes: 30 }] },
      variants: [{ id: short, name: 'Ngắn', durationMinutes: 90, priceVnd: 1 }],
    },
  ],
  [
    'gaps.0.minutes',
    {
      ...{ durationMinutes: 120, gaps: [{ fromMinute: 60, minutes: 30 }] },
      doneBy: [{ staffId: known.thao.id, durationMinutes: 80 }],
    },
  ],
  ['variants.1.id', { variants: [1, 2].map((n) => ({ id: short, name: `${n}`, durationMinutes: 30, priceVnd: n })) }],
  ['addons.1.id', { addons: [1, 2].map((n) => ({ id: short, name: `${n}`, minutes: 5, priceVnd: n })) }],
  ['doneBy.0.staffId', { doneBy: [{ staffId: newId(), durationMinutes: null }] }],
  ['doneBy.1.staffId', { doneBy: [1, 2].map(() => ({ staffId: known.thao.id, durationMinutes: null })) }],
  ['needs.0.resourceId', { needs: [{ resourceId: newId(), quantity: 1 }] }],
])('a service that no visit could follow is refused at %s', async (field, wrong) => {
  const { staff } = await openTestShop()
  const owner = await staff('owner')
  const before = (await owner('GET', '/services')).body
  expect(await refusalOf(owner('PUT', `/services/${haircutId}`, { ...haircut, ...wrong }))).toEqual([400, field])
  expect((await owner('GET', '/services')).body).toEqual(before)
})

test('a fixed price has no other, whatever was sent', async () => {
  const { staff } = await openTestShop()
  const owner = await staff('owner')
  const { body } = await owner('PUT', `/services/${haircutId}`, { ...haircut, priceMaxVnd: 900_000 })
  expect(body.priceMaxVnd).toBeNull()
})

test('there are never fewer of a resource than a service takes', async () => {
  const { staff } = await openTestShop()
  const owner = await staff('owner')
  const { id, ...bed } = { id: newId(), name: 'Giường', quantity: 2, active: true }
  await owner('POST', '/resources', { id, ...bed })
  const needing = (quantity: number) => ({ ...haircut, needs: [{ resourceId: id, quantity }] })
  expect(await refusalOf(owner('PUT', `/services/${haircutId}`, needing(3)))).toEqual([400, 'needs.0.quantity'])
  expect((await owner('PUT', `/services/${haircutId}`, needing(2))).status).toBe(200)
  expect(await refusalOf(owner('PUT', `/resources/${id}`, { ...bed, quantity: 1 }))).toEqual([400, 'quantity'])
  expect((await owner('PUT', `/resources/${id}`, { ...bed, active: false })).body.active).toBe(false)
  expect((await owner('PUT', `/resources/${newId()}`, bed)).status).toBe(404)
})

test('a private service and its questions are the shop’s own', async () => {
  const { staff, anybody } = await openTestShop()
  const owner = await staff('owner')
  const ask = (serviceId: string | null, question: string) => ({
    ...{ id: newId(), serviceId, question, kind: 'yes_no', choices: [], required: true, active: true },
  })
  await owner('POST', '/intake-questions', ask(haircutId, 'Bạn có gội trước không?'))
  await owner('POST', '/intake-questions', ask(null, 'Bạn có dị ứng gì không?'))
  expect((await anybody('GET', '/api/shop')).body.questions).toHaveLength(2)
  await owner('PUT', `/services/${haircutId}`, { ...haircut, private: true })
  const { body } = await anybody('GET', '/api/shop')
  expect(body.services.map(({ id }: { id: string }) => id)).toEqual([known.colour.id])
  expect(body.questions.map(({ question }: { question: string }) => question)).toEqual(['Bạn có dị ứng gì không?'])
  expect((await owner('GET', '/services')).body).toHaveLength(2)
})

test('a question of choices has at least two, each once; other questions have none', async () => {
  const { staff } = await openTestShop()
  const owner = await staff('owner')
  const { id, ...question } = {
    ...{ id: newId(), serviceId: null as string | null, question: 'Độ dài tóc?', kind: 'choice' },
    ...{ choices: ['Ngắn', 'Dài'], required: false, active: true },
  }
  const put = (change: object) => owner('PUT', `/intake-questions/${id}`, { ...question, ...change })
  expect((await put({})).status).toBe(404)
  expect((await owner('POST', '/intake-questions', { id, ...question })).status).toBe(201)
  expect(await refusalOf(put({ choices: ['Ngắn'] }))).toEqual([400, 'choices'])
  expect(await refusalOf(put({ choices: ['Ngắn', 'Ngắn'] }))).toEqual([400, 'choices.1'])
  expect(await refusalOf(put({ serviceId: newId() }))).toEqual([400, 'serviceId'])
  expect((await put({ kind: 'text' })).body.choices).toEqual([])
})

test('a policy only gets further versions; it carries the hours of its time, and shoppers see the newest', async () => {
  const { staff, anybody } = await openTestShop()
  const owner = await staff('owner')
  expect((await anybody('GET', '/api/shop')).body.policy).toBeNull()
  const words = 'Xin báo trước để tiệm nhường giờ cho khách khác.'
  const first = await owner('POST', '/policies', { words, refundTiers: [] })
  expect([first.status, first.body]).toMatchObject([201, { words, cancelHours: 2 }])
  expect((await owner('POST', '/policies', { words, refundTiers: [] })).body.id).toBe(first.body.id)

  const tiers = [6, 24].map((hoursBefore) => ({ hoursBefore, percent: hoursBefore === 24 ? 100 : 50 }))
  const second = (await owner('POST', '/policies', { words: 'Mới', refundTiers: tiers })).body
  expect(second.refundTiers).toEqual(tiers.toReversed())
  const doubled = { words: 'Mới', refundTiers: [tiers[0], tiers[0]] }
  expect(await refusalOf(owner('POST', '/policies', doubled))).toEqual([400, 'refundTiers.1.hoursBefore'])

  const { zone: _, doorEpoch: __, ...settings } = (await owner('GET', '/settings')).body
  await owner('PUT', '/settings', { ...settings, cancelHours: 12 })
  const { policy } = (await anybody('GET', '/api/shop')).body
  expect(policy).toEqual({ id: second.id + 1, words: 'Mới', cancelHours: 12 })
  const versions = (await owner('GET', '/policies')).body
  expect(versions.map(({ cancelHours }: { cancelHours: number }) => cancelHours)).toEqual([12, 2, 2])
})

test('the rules of booking are kept, and shoppers see those that concern them', async () => {
  const { staff, anybody } = await openTestShop()
  const owner = await staff('owner')
  const { zone: _, doorEpoch: __, ...settings } = (await owner('GET', '/settings')).body
  const rules = {
    ...{ acceptance: 'manual', acceptMinutes: 60, selfCancel: false, holdMinutes: 8, seriesMost: 0 },
    ...{ bookableUntil: '2026-12-31', maxPerDay: 20, waitlistMode: 'broadcast', buffersInsideHours: false },
  }
  expect((await owner('PUT', '/settings', { ...settings, ...rules })).body).toMatchObject(rules)
  const { body } = await anybody('GET', '/api/shop')
  expect(body).toMatchObject({
    ...{ acceptance: 'manual', acceptMinutes: 60, selfCancel: false, holdMinutes: 8, seriesMost: 0 },
  })
  for (const inner of ['maxPerDay', 'doorEpoch', 'waitlistMode', 'leadMinutes']) expect(body).not.toHaveProperty(inner)
})

test('somebody who serves may have a most per day, which shoppers do not see', async () => {
  const { staff, anybody } = await openTestShop()
  const owner = await staff('owner')
  const thao = { name: 'Thảo', photoUrl: null, active: true, maxPerDay: 6 }
  expect((await owner('PUT', `/staff-members/${known.thao.id}`, thao)).body.maxPerDay).toBe(6)
  const { body } = await anybody('GET', '/api/shop')
  expect(body.staff).toContainEqual({ id: known.thao.id, name: 'Thảo', photoUrl: null })
})

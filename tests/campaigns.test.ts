import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { campaignPeople, campaigns, outbox, vouchers } from '../drizzle/schema/index.ts'
import { reachOf } from '../server/notifications/reach.ts'
import { giveSome } from '../server/segments/give-campaign.ts'
import { newId } from '../shared/ids.ts'
import { openSegments } from './support/segments.ts'
import { unlimited } from './support/shop.ts'

const everybody = { all: [{ field: 'visits' as const, is: 'at_least' as const, value: 0 }] }
type Shop = Awaited<ReturnType<typeof openSegments>>

async function crowd({ stranger }: Shop, count: number) {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push(await stranger(`Khách ${i}`, [i + 1]))
  return ids
}

test('before anybody gets anything the owner reads how many, at what cost, and who is left out why', async () => {
  const shop = await openSegments()
  const [lan, minh] = [await shop.regular('lan'), await shop.withPhone('minh')]
  const offerId = await shop.offer({ budgetVnd: 40_000 })
  const [hoa] = await crowd(shop, 1)
  await shop.campaign({ kind: 'offer', customerIds: [hoa], offerId })
  const segmentId = await shop.segment(everybody)
  const wish = { segmentId, customerIds: [], offerId }
  const { body } = await shop.owner('POST', '/campaigns/preview', { kind: 'offer', ...wish })
  expect(body).toMatchObject({ people: 3, given: 1, hasTemplate: true, isClosedToday: false })
  const leftOut = Object.fromEntries(
    body.leftOut.map(({ why, people }: { why: string; people: number }) => [why, people]),
  )
  expect(leftOut).toEqual({ offer_had: 1, offer_gone: 1 })
  expect(body.offer).toMatchObject({ budgetLeftVnd: 20_000, mostVnd: 20_000, isAssumed: true })

  await shop.keep(lan.id, [{ daysAgo: 9 }])
  await shop.keep(minh.id, [{ daysAgo: 9 }])
  const ask = { ...wish, kind: 'message', offerId: null }
  const message = (await shop.owner('POST', '/campaigns/preview', ask)).body
  expect(message).toMatchObject({
    people: 3,
    given: 1,
    writtenTo: 1,
    leftOut: [{ why: 'no_marketing_consent', people: 2 }],
  })
  expect(message.messageVnd).toBeGreaterThan(0)
})

test('a message asks back who agreed, has been here and has nothing booked; it is what was said it would be', async () => {
  const shop = await openSegments()
  const [lan, minh, hoa] = [await shop.regular('lan'), await shop.regular('minh'), await shop.regular('hoa')]
  await shop.keep(lan.id, [{ daysAgo: 40 }])
  await shop.keep(minh.id, [{ daysAgo: 40 }, { daysAgo: -1, status: 'booked' }])
  const wish = { kind: 'message', customerIds: [lan.id, minh.id, hoa.id] }
  const { id } = await shop.campaign(wish)
  await shop.rounds()
  const [listed] = (await shop.owner('GET', '/campaigns')).body.campaigns
  expect(listed).toMatchObject({ id, people: 3, given: 1, leftOut: 2, sent: 1, state: 'done' })
  expect(
    (await shop.owner('GET', `/campaigns/${id}/left-out`)).body.map(({ why }: { why: string }) => why).sort(),
  ).toEqual([...['has_booking_ahead', 'never_came']])
  expect(shop.zalo.inboxOf('lan').at(-1)).toMatchObject({ template: { title: 'Hẹn gặp lại quý khách' } })
  expect(shop.zalo.inboxOf('minh').filter((each) => JSON.stringify(each).includes('Hẹn gặp lại'))).toEqual([])
})

test('who came or booked before the message went is not asked back any more', async () => {
  const shop = await openSegments({ now: '2026-06-15T05:00:00+07:00' }) // before the shop writes to anybody
  const [lan, minh] = [await shop.regular('lan'), await shop.regular('minh')]
  for (const { id } of [lan, minh]) await shop.keep(id, [{ daysAgo: 40 }])
  await shop.campaign({ kind: 'message', customerIds: [lan.id, minh.id] })
  await shop.rounds()
  shop.wait(4 * 60)
  await shop.visited(lan)
  await shop.rounds()
  const states = await shop.shop.read.select().from(outbox).where(eq(outbox.intent, 'come_again'))
  expect(Object.fromEntries(states.map(({ customerId, state }) => [customerId, state === 'cancelled']))).toEqual({
    ...{ [lan.id]: true, [minh.id]: false },
  })
})

test('an offer is had by who may not be written to as well, and told to who may', async () => {
  const shop = await openSegments()
  const [lan, minh] = [await shop.regular('lan'), await shop.withPhone('minh')]
  const offerId = await shop.offer()
  await shop.campaign({ kind: 'offer', customerIds: [lan.id, minh.id], offerId })
  await shop.rounds()
  expect(await shop.shop.read.$count(vouchers, eq(vouchers.offerId, offerId))).toBe(2)
  expect(shop.zalo.inboxOf('lan').at(-1)).toMatchObject({ template: { title: 'Ưu đãi dành cho quý khách' } })
  expect(shop.zalo.inboxOf('minh')).toEqual([])
})

test('a hundred campaigns at once give no more than there is, and one sent twice is one', async () => {
  const shop = await openSegments({ now: '2026-06-15T10:00:00+07:00', configure: unlimited })
  const ids = await crowd(shop, 30)
  const offerId = await shop.offer({ stock: 20, perPerson: 2, budgetVnd: 15 * 20_000 })
  const repeated = newId()
  await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      shop.owner('POST', '/campaigns', {
        ...{ id: i < 50 ? repeated : newId(), kind: 'offer', segmentId: null, customerIds: ids, offerId },
      }),
    ),
  )
  await shop.shop.rest()
  await shop.rounds()
  const given = await shop.shop.read.select().from(vouchers).where(eq(vouchers.offerId, offerId))
  expect(given).toHaveLength(15)
  const perPerson = ids.map((id) => given.filter(({ customerId }) => customerId === id).length)
  expect(Math.max(...perPerson)).toBeLessThanOrEqual(2)
  expect(await shop.shop.read.$count(campaigns)).toBe(51)
  expect(await shop.faults()).toEqual([])
})

test('after a fall in the middle a campaign goes on where it stood, and nobody gets two', async () => {
  const shop = await openSegments()
  const ids = await crowd(shop, 120)
  const offerId = await shop.offer({ perPerson: null })
  await shop.shop.rest()
  shop.shop.soon = () => undefined // nobody gives yet
  const { id } = await shop.campaign({ kind: 'offer', customerIds: ids, offerId })
  const { write, read, now, vault } = shop.shop
  const means = { reach: reachOf, sign: vault.sign }
  await write((tx) => giveSome(tx, means, now()))
  await expect(
    write(async (tx) => {
      await giveSome(tx, means, now())
      throw new Error('the process falls')
    }),
  ).rejects.toThrow('falls')
  expect(await read.$count(vouchers, eq(vouchers.offerId, offerId))).toBe(50)
  await shop.rounds()
  const people = await read.select().from(campaignPeople).where(eq(campaignPeople.campaignId, id))
  expect(new Set(people.map(({ voucherId }) => voucherId)).size).toBe(120)
  expect(await read.$count(vouchers, eq(vouchers.offerId, offerId))).toBe(120)
})

test('a campaign that is stopped gives no further, and what has not left does not leave', async () => {
  const shop = await openSegments({ now: '2026-06-15T05:00:00+07:00' })
  const lan = await shop.regular('lan')
  await shop.keep(lan.id, [{ daysAgo: 40 }])
  const { id } = await shop.campaign({ kind: 'message', customerIds: [lan.id] })
  expect((await shop.owner('POST', `/campaigns/${id}/stop`)).body.state).toBe('stopped')
  shop.wait(5 * 60)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toEqual([])
})

test('an offer that is off, one that costs points, or nobody at all is no campaign', async () => {
  const shop = await openSegments()
  const [hoa] = await crowd(shop, 1)
  const dear = await shop.offer({ pointsCost: 10 })
  const codes = [
    await shop.campaign({ kind: 'offer', customerIds: [hoa], offerId: dear }),
    await shop.campaign({ kind: 'message', customerIds: [] }),
    await shop.campaign({ kind: 'offer', customerIds: [hoa] }),
  ].map(({ body }) => body.code)
  expect(codes).toEqual(['offer_not_live', 'nobody_meant', 'bad_input'])
})

test('afterwards it says who came within 30 days and for how much, what messages cost and which vouchers were used', async () => {
  const shop = await openSegments()
  const [lan, minh] = [await shop.regular('lan'), await shop.regular('minh')]
  const offerId = await shop.offer()
  const { id } = await shop.campaign({ kind: 'offer', customerIds: [lan.id, minh.id], offerId })
  await shop.rounds()
  const [first] = (await shop.owner('GET', '/campaigns')).body.campaigns
  expect(first).toMatchObject({ id, given: 2, sent: 2, seen: 0, returned: 0, spentVnd: 0, used: 0, voucherVnd: 0 })
  expect(first.messageVnd).toBeGreaterThan(0)

  shop.wait(2 * 24 * 60)
  await shop.visited(lan)
  shop.wait(40 * 24 * 60)
  await shop.visited(minh)
  const [later] = (await shop.owner('GET', '/campaigns')).body.campaigns
  expect(later).toMatchObject({ returned: 1, spentVnd: 105_000, waiting: 0 })
})

test('on a day on which the shop is closed the owner reads that messages wait', async () => {
  const shop = await openSegments()
  const lan = await shop.regular('lan')
  await shop.keep(lan.id, [{ daysAgo: 40 }])
  const closed = { id: newId(), staffId: null, fromDay: '2026-06-15', toDay: '2026-06-15', reason: 'Nghỉ' }
  expect((await shop.owner('POST', '/days-off', closed)).status).toBe(201)
  const wish = { kind: 'message', segmentId: null, customerIds: [lan.id], offerId: null }
  expect((await shop.owner('POST', '/campaigns/preview', wish)).body).toMatchObject({
    writtenTo: 1,
    isClosedToday: true,
  })
  await shop.campaign(wish)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toEqual([])
})

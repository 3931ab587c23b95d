import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLog, customers, outbox } from '../drizzle/schema/index.ts'
import { newId } from '../shared/ids.ts'
import type { Rule } from '../shared/segments.ts'
import { lively, openFollowing } from './support/follows.ts'
import { openSegments } from './support/segments.ts'

const day = 24 * 60

test('who enters after it was switched on gets the offer once, who was in it before gets nothing', async () => {
  const shop = await openFollowing()
  const before = await shop.stranger('Lan', [3, 30])
  const [minh] = await shop.once(1)
  expect((await shop.set()).status).toBe(204)
  await shop.rounds()
  expect(await shop.given()).toEqual([])

  await shop.keep(minh!, [{ daysAgo: 0 }])
  await shop.rounds()
  await shop.rounds()
  const given = await shop.given()
  expect(given.map(({ customerId }) => customerId)).toEqual([minh])
  expect(given.some(({ customerId }) => customerId === before)).toBe(false)
  const [campaign] = await shop.list()
  expect(campaign).toMatchObject({ followed: 'entered', name: 'Hay ghé', people: 1, given: 1, state: 'done' })
  const [said] = await shop.shop.read.select().from(auditLog).where(eq(auditLog.about, campaign.id))
  expect(said).toMatchObject({ act: 'start_campaign', accountId: 'clock', who: 'Tự động' })
  expect(await shop.follows()).toMatchObject([{ what: 'entered', active: true, why: null, givenThisMonth: 1 }])
  expect(await shop.faults()).toEqual([])
})

test('who enters later is added to the campaign of the month, and nobody of it is skipped', async () => {
  const shop = await openFollowing()
  const people = await shop.once(4)
  await shop.set()
  const [early, ...later] = people.toSorted().toReversed() // given in the order of ids: who is added comes before
  await shop.keep(early!, [{ daysAgo: 0 }])
  await shop.rounds()
  for (const id of later) {
    await shop.keep(id, [{ daysAgo: 0 }])
    await shop.rounds()
  }
  expect((await shop.given()).map(({ customerId }) => customerId).sort()).toEqual(people.toSorted())
  expect(await shop.list()).toMatchObject([{ people: 4, given: 4, state: 'done' }])
  expect(await shop.faults()).toEqual([])
})

test('whoever got it gets it again after ninety days at the earliest', async () => {
  const shop = await openFollowing()
  const [lan] = await shop.once(1)
  await shop.set()
  for (const daysLater of [0, 45, 45]) {
    shop.wait(daysLater * day)
    await shop.rounds()
    await shop.keep(lan!, [{ daysAgo: 0 }])
    await shop.rounds()
  }
  expect((await shop.given()).map(({ issuedAt }) => issuedAt.toISOString().slice(0, 10))).toEqual([
    '2026-06-15',
    '2026-09-13',
  ])
  const [, between] = await shop.list()
  expect(between).toMatchObject({ given: 0, leftOut: 1 })
  expect(await shop.reasons(between.id)).toEqual([{ why: 'had_lately', people: 1 }])
  expect(await shop.faults()).toEqual([])
})

test('when many enter at once no more than the bound get it this month; the others read why, the next month has room', async () => {
  const shop = await openFollowing({ mostPerMonth: 5 })
  const people = await shop.once(60)
  await shop.set()
  for (const id of people) await shop.keep(id, [{ daysAgo: 0 }])
  await shop.rounds()
  const [campaign] = await shop.list()
  expect(campaign).toMatchObject({ people: 60, given: 5, leftOut: 55, state: 'done' })
  expect(await shop.reasons(campaign.id)).toEqual([{ why: 'month_full', people: 55 }])

  const late = await shop.stranger('Hoa', [30])
  await shop.keep(late, [{ daysAgo: 0 }])
  await shop.rounds()
  expect(await shop.given()).toHaveLength(5)
  shop.wait(20 * day)
  const next = await shop.stranger('Mai', [30, 0])
  await shop.rounds()
  expect((await shop.given()).map(({ customerId }) => customerId)).toContain(next)
  expect((await shop.follows())[0]).toMatchObject({ givenThisMonth: 1, mostPerMonth: 5 })
})

test('switched off and on again the bound of the month and the ninety days still hold', async () => {
  const shop = await openFollowing({ mostPerMonth: 1 })
  const [lan, minh] = await shop.once(2)
  await shop.set()
  await shop.keep(lan!, [{ daysAgo: 0 }])
  await shop.rounds()
  await shop.set({ active: false })
  await shop.set()
  await shop.keep(minh!, [{ daysAgo: 0 }])
  await shop.rounds()
  expect((await shop.given()).map(({ customerId }) => customerId)).toEqual([lan])
  await shop.set({ mostPerMonth: 2 })
  const mai = await shop.stranger('Mai', [30, 0])
  await shop.rounds()
  expect((await shop.given()).map(({ customerId }) => customerId).sort()).toEqual([lan, mai].sort())
})

test('an invitation that follows leaving goes to who agreed and has nothing booked, as any campaign', async () => {
  const shop = await openSegments()
  const [lan, minh, hoa] = [await shop.regular('lan'), await shop.withPhone('minh'), await shop.regular('hoa')]
  for (const { id } of [lan, minh, hoa]) await shop.keep(id, [{ daysAgo: 19 }, { daysAgo: 30 }])
  await shop.keep(hoa.id, [{ daysAgo: -5, status: 'booked' }])
  const segmentId = await shop.segment(lively)
  const wish = { kind: 'message', offerId: null, mostPerMonth: 50, active: true }
  await shop.owner('PUT', `/segments/${segmentId}/follows/left`, wish)
  await shop.rounds()
  shop.wait(2 * day)
  await shop.rounds()
  const [campaign] = (await shop.owner('GET', '/campaigns')).body.campaigns
  expect(campaign).toMatchObject({ followed: 'left', people: 3, given: 1, leftOut: 2, sent: 1 })
  const { body } = await shop.owner('GET', `/campaigns/${campaign.id}/left-out`)
  expect(body.map(({ why }: { why: string }) => why).sort()).toEqual(['has_booking_ahead', 'no_marketing_consent'])
  const sent = await shop.shop.read.select().from(outbox).where(eq(outbox.intent, 'come_again'))
  expect(sent.map(({ customerId }) => customerId)).toEqual([lan.id])
})

test('an offer that ends pauses what follows and says so; who enters meanwhile gets nothing', async () => {
  const shop = await openFollowing()
  const [lan, minh, hoa] = await shop.once(3)
  await shop.set()
  await shop.keep(lan!, [{ daysAgo: 0 }])
  await shop.rounds()
  await shop.owner('POST', `/offers/${shop.offerId}/state`, { state: 'paused' })
  expect(await shop.follows()).toMatchObject([{ active: true, why: 'offer_not_live' }])
  await shop.keep(minh!, [{ daysAgo: 0 }])
  await shop.rounds()
  await shop.owner('POST', `/offers/${shop.offerId}/state`, { state: 'live' })
  await shop.keep(hoa!, [{ daysAgo: 0 }])
  await shop.rounds()
  expect((await shop.given()).map(({ customerId }) => customerId).sort()).toEqual([lan, hoa].sort())
  expect(await shop.follows()).toMatchObject([{ active: true, why: null }])
})

test('another rule ends what follows, so that nobody gets anything for what the shop changed', async () => {
  const shop = await openFollowing()
  await shop.once(5)
  await shop.set()
  const all: Rule = { all: [{ field: 'visits', is: 'at_least', value: 1 }] }
  await shop.owner('PUT', `/segments/${shop.segmentId}`, { name: 'Ai cũng được', rule: all, active: true })
  await shop.rounds()
  expect(await shop.given()).toEqual([])
  expect(await shop.follows()).toMatchObject([{ active: false, why: 'segment_changed' }])
  await shop.set()
  await shop.rounds()
  expect(await shop.given()).toEqual([])
})

test('two records that become one person are no news', async () => {
  const shop = await openFollowing({}, {})
  const lan = await shop.stranger('Lan', [3, 30])
  const again = await shop.stranger('Lan', [4, 31])
  await shop.set()
  await shop.set({}, 'left')
  await shop.shop.write((tx) => tx.update(customers).set({ mergedInto: lan }).where(eq(customers.id, again)))
  await shop.rounds()
  expect(await shop.given()).toEqual([])
})

test('stopping the campaign of the month switches off what follows', async () => {
  const shop = await openFollowing()
  const [lan, minh] = await shop.once(2)
  await shop.set()
  await shop.keep(lan!, [{ daysAgo: 0 }])
  await shop.rounds()
  const [{ id }] = await shop.list()
  await shop.owner('POST', `/campaigns/${id}/stop`)
  await shop.keep(minh!, [{ daysAgo: 0 }])
  await shop.rounds()
  expect(await shop.given()).toHaveLength(1)
  expect(await shop.follows()).toMatchObject([{ active: false }])
  await shop.set()
  await shop.stranger('Mai', [30, 0])
  await shop.rounds()
  expect((await shop.list()).map(({ state }: { state: string }) => state)).toEqual(['done', 'stopped'])
})

test('a visit counts with the campaign of the month only after that person got something', async () => {
  const shop = await openFollowing()
  const lan = await shop.regular('lan')
  const [minh] = await shop.once(1)
  await shop.set()
  await shop.keep(minh!, [{ daysAgo: 0 }])
  await shop.rounds()
  shop.wait(day)
  await shop.visited(lan)
  shop.wait(day)
  await shop.visited(lan)
  await shop.rounds()
  expect(await shop.list()).toMatchObject([{ given: 2, returned: 0 }])
  shop.wait(day)
  await shop.visited(lan)
  expect(await shop.list()).toMatchObject([{ given: 2, returned: 1 }])
})

test('before it is switched on the owner reads whom it would have meant in 30 days, and what it costs', async () => {
  const shop = await openFollowing()
  const [lan] = await shop.once(2)
  await shop.rounds()
  await shop.stranger('Mai', [1, 3])
  shop.wait(1)
  await shop.rounds()
  shop.wait(1)
  await shop.keep(lan!, [{ daysAgo: 0 }])
  await shop.rounds()
  const preview = (what: string, more: object = {}) =>
    shop.owner('POST', `/segments/${shop.segmentId}/follows/${what}/preview`, {
      ...{ kind: 'offer', offerId: shop.offerId, ...more },
    })
  expect((await preview('entered')).body).toMatchObject({ people: 1, given: 1, offer: { eachMostVnd: 20_000 } })
  expect((await preview('left')).body).toMatchObject({ people: 0, given: 0 })
  expect((await preview('entered', { kind: 'message', offerId: null })).body).toMatchObject({
    ...{ people: 1, given: 0, leftOut: [{ why: 'no_marketing_consent', people: 1 }] },
  })
})

test('an offer that is off or costs points, a group that is off or is none, and staff are refused', async () => {
  const shop = await openFollowing()
  const dear = await shop.offer({ pointsCost: 10 })
  expect((await shop.set({ offerId: dear })).body.code).toBe('offer_not_live')
  expect((await shop.set({ offerId: null })).body).toMatchObject({ status: 400, field: 'offerId' })
  expect((await shop.set({ mostPerMonth: 0 })).status).toBe(400)
  expect((await shop.set({}, 'stayed')).status).toBe(400)
  const wish = { kind: 'message', offerId: null, mostPerMonth: 50, active: true }
  expect((await shop.owner('PUT', `/segments/${newId()}/follows/left`, wish)).status).toBe(404)
  expect((await (await shop.staff('staff'))('PUT', `/segments/${shop.segmentId}/follows/left`, wish)).status).toBe(403)
  await shop.owner('PUT', `/segments/${shop.segmentId}`, { name: 'Hay ghé', rule: lively, active: false })
  expect((await shop.set()).body.code).toBe('segment_off')
})

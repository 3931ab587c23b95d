import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { customers, segmentEvents } from '../drizzle/schema/index.ts'
import { segmentEventsOf } from '../server/segments/segments.ts'
import { newId } from '../shared/ids.ts'
import type { Rule } from '../shared/segments.ts'
import { openSegments } from './support/segments.ts'

const often: Rule = { all: [{ field: 'visits', is: 'at_least', value: 3 }] }

test('a segment tells how many it means, what they spent, and how much of the shop that is', async () => {
  const { stranger, segment, owner } = await openSegments()
  await stranger('Lan', [10, 40, 70])
  await stranger('Minh', [5])
  const id = await segment(often)
  const { body } = await owner('GET', '/segments')
  expect(body.segments.map(({ key }: { key: string }) => key).slice(0, 2)).toEqual(['new', 'one_time'])
  expect(body.segments.find((each: { id: string }) => each.id === id)).toMatchObject({
    ...{ people: 1, netVnd: 300_000, visits: 3, averageVnd: 100_000 },
  })
  expect([body.people, body.netVnd]).toEqual([2, 400_000])
  const preview = await owner('POST', '/segments/preview', { rule: often })
  expect(preview.body).toMatchObject({ people: 1, netVnd: 300_000, all: { people: 2 } })
  const { members } = (await owner('GET', `/segments/${id}`)).body
  expect(members).toMatchObject([{ name: 'Lan', visits: 3, netVnd: 300_000, lastDay: '2026-06-05' }])
})

test('groups of and within or mean what they say', async () => {
  const { stranger, owner } = await openSegments()
  await stranger('Lan', [10, 40, 70])
  await stranger('Minh', [200])
  await stranger('Hoa', [10])
  const far: Rule = {
    any: [
      { all: [often, { field: 'last_visit', is: 'at_most', value: 30 }] },
      { field: 'last_visit', is: 'at_least', value: 100 },
    ],
  }
  expect((await owner('POST', '/segments/preview', { rule: far })).body.people).toBe(2)
  const four = { all: [{ all: [{ all: [{ all: [often] }] }] }] }
  expect((await owner('POST', '/segments/preview', { rule: four })).status).toBe(400)
})

test('two records of one person are one in a segment', async () => {
  const { stranger, owner, shop } = await openSegments()
  const lan = await stranger('Lan', [10, 40])
  const again = await stranger('Lan Nguyễn', [70])
  expect((await owner('POST', '/segments/preview', { rule: often })).body.people).toBe(0)
  await shop.write((tx) => tx.update(customers).set({ mergedInto: lan }).where(eq(customers.id, again)))
  expect((await owner('POST', '/segments/preview', { rule: often })).body).toMatchObject({
    people: 1,
    all: { people: 1 },
  })
})

test('who enters and leaves is written down with the moment, once', async () => {
  const { stranger, keep, segment, owner, rounds, wait, shop, clock, faults } = await openSegments()
  const lan = await stranger('Lan', [10, 40])
  const id = await segment({ all: [...(often as { all: [] }).all, { field: 'last_visit', is: 'at_most', value: 20 }] })
  await rounds()
  expect((await owner('GET', `/segments/${id}`)).body).toMatchObject({ entered: [], left: [] })

  await keep(lan, [{ daysAgo: 1 }])
  await rounds()
  await rounds()
  const cameAt = clock.at.toISOString()
  expect((await owner('GET', `/segments/${id}`)).body).toMatchObject({
    ...{ entered: [{ customerId: lan, name: 'Lan', at: cameAt }], left: [] },
  })

  wait(20 * 24 * 60)
  await rounds()
  const { entered, left, members } = (await owner('GET', `/segments/${id}`)).body
  expect([entered.length, left.length, members]).toEqual([1, 1, []])
  const history = (await segmentEventsOf(shop.read, lan)).filter(({ segmentId }) => segmentId === id)
  expect(history.map(({ what }) => what)).toEqual(['left', 'entered'])
  expect(await faults()).toEqual([])
})

test('what was written down of a segment never changes', async () => {
  const { stranger, rounds, shop } = await openSegments()
  await stranger('Lan', [3])
  await rounds()
  expect(await shop.read.$count(segmentEvents)).toBeGreaterThan(0)
  await expect(shop.write((tx) => tx.delete(segmentEvents))).rejects.toThrow()
})

test('a ready-made segment stays as it is, and staff see none', async () => {
  const { owner, staff } = await openSegments()
  const [ready] = (await owner('GET', '/segments')).body.segments
  const wish = { name: 'Khác', rule: often, active: true }
  expect((await owner('PUT', `/segments/${ready.id}`, wish)).body.code).toBe('segment_ready_made')
  expect((await owner('PUT', `/segments/${newId()}`, wish)).status).toBe(404)
  expect((await (await staff('staff'))('GET', '/segments')).status).toBe(403)
})

test('an offer for a segment is for who is in it', async () => {
  const { regular, keep, segment, offer, rounds, owner } = await openSegments()
  const [lan, minh] = [await regular('lan'), await regular('minh')]
  await keep(lan.id, [{ daysAgo: 5 }, { daysAgo: 9 }, { daysAgo: 30 }])
  const offerId = await offer({ audience: { kind: 'segment', segmentId: await segment(often) } })
  await rounds()
  const take = (who: typeof lan) => who('POST', '/vouchers', { id: newId(), offerId })
  expect([(await take(lan)).status, (await take(minh)).body.code]).toEqual([201, 'offer_not_for_you'])
  const [stored] = (await owner('GET', '/offers')).body.filter(({ id }: { id: string }) => id === offerId)
  const { state, createdAt, open, used, setAsideVnd, spentVnd, isOfCard, id, ...wish } = stored
  expect((await owner('POST', '/offers/forecast', wish)).body.reach).toBe(1)
  const nowhere = { ...wish, audience: { kind: 'segment', segmentId: newId() } }
  expect((await owner('PUT', `/offers/${offerId}`, nowhere)).body).toMatchObject({ status: 400, field: 'audience' })
})

import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customers } from '../drizzle/schema/index.ts'
import { recordConsent } from '../server/customers/consents.ts'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop, type TestShop, unlimited } from './support/shop.ts'
import { keepVisit } from './support/visits.ts'

async function openShop() {
  const shop = await openTestShop({ configure: unlimited })
  const owner = await shop.staff('owner')
  const person = async (name: string, more: object = {}) => {
    const id = newId()
    await shop.shop.write((tx) =>
      tx.insert(customers).values({ id, name, nameFolded: name.toLowerCase(), createdAt: shop.clock.at, ...more }),
    )
    return id
  }
  const merge = async (sourceId: string, targetId: string) => {
    const id = newId()
    const { status, body } = await owner('POST', '/merges', { id, sourceId, targetId })
    return { id, status, code: body.code as string | undefined }
  }
  const undo = async (id: string) => (await owner('POST', `/merges/${id}/undo`, {})).status
  return { ...shop, owner, person, merge, undo }
}

const points = (owner: Awaited<ReturnType<TestShop['staff']>>, id: string, points: number) =>
  owner('POST', `/customers/${id}/adjustments`, { id: newId(), points, reasonCode: 'opening', note: 'Thẻ giấy' })

test('merged records show one history, and are two again when that is undone', async () => {
  const shop = await openShop()
  const { owner, person, merge, undo } = shop
  const [one, other] = [await person('Đào'), await person('Chị Đào')]
  await keepVisit(shop, { customerId: one, startsAt: '2026-01-02T10:00:00+07:00', status: 'completed' })
  await keepVisit(shop, { customerId: other, startsAt: '2026-01-03T10:00:00+07:00', status: 'completed' })
  await points(owner, one, 30)
  await points(owner, other, 12)
  const file = async (id: string) => (await owner('GET', `/customers/${id}`)).body
  const before = [await file(one), await file(other)]
  const found = await examine(shop.shop.read) // visits written into the books have no money

  const { id } = await merge(other, one)
  const merged = await file(one)
  expect([merged.customer.points, merged.visits.length, merged.entries.length]).toEqual([42, 2, 2])
  expect((await file(other)).customer.points).toBe(42)
  expect((await owner('GET', '/customers')).body.total).toBe(1)
  expect(await examine(shop.shop.read)).toEqual(found)

  expect(await undo(id)).toBe(204)
  expect([await file(one), await file(other)]).toEqual(before)
  expect(await undo(id)).toBe(409)
  expect(await examine(shop.shop.read)).toEqual(found)
})

test('two people whom Zalo knows apart, somebody with themself, and who was merged before are refused with the reason', async () => {
  const { person, merge, clock } = await openShop()
  const phoneProvenAt = clock.at
  const [a, b] = [await person('A', { phone: '+84912345678', phoneProvenAt }), await person('B', { zaloUserId: '1' })]
  const [c, d] = [await person('C', { phone: '+84987654321', phoneProvenAt }), await person('D', { zaloUserId: '2' })]
  expect((await merge(a, a)).code).toBe('merge_with_itself')
  expect((await merge(a, c)).code).toBe('two_proven_phones')
  expect((await merge(b, d)).code).toBe('two_zalo_people')
  expect((await merge(a, newId())).status).toBe(404)
  expect((await merge(b, a)).status).toBe(201)
  expect((await merge(b, c)).code).toBe('already_merged')
  expect((await merge(a, b)).code).toBe('already_merged') // no circle
  expect((await merge(d, a)).code).toBe('two_zalo_people') // by the record that was merged into it
})

test('owner and managers merge, staff do not, and who did it stays known', async () => {
  const { person, merge, staff, owner } = await openShop()
  const [a, b] = [await person('A'), await person('B')]
  const desk = await staff('staff')
  expect((await desk('POST', '/merges', { id: newId(), sourceId: a, targetId: b })).status).toBe(403)
  expect((await desk('GET', '/duplicates')).status).toBe(403)
  await merge(a, b)
  const { entries } = (await owner('GET', '/audit')).body
  expect(entries[0]).toMatchObject({ act: 'merge_customers', about: b })
})

test('the same phone, or the same name with the same birthday or nearly the same phone, are asked about; a name alone is not', async () => {
  const { person, owner } = await openShop()
  const same = [await person('Lan', { phone: '+84912345678' }), await person('Chị Lan', { phone: '+84912345678' })]
  const born = [await person('Minh', { birthDay: '02-29' }), await person('Minh', { birthDay: '02-29' })]
  const near = [await person('Tư', { phone: '+84987654321' }), await person('Tư', { phone: '+84987654327' })]
  await person('Hoa', { phone: '+84911111111' })
  await person('Hoa', { phone: '+84922222222' })
  await person('Minh', { birthDay: '03-01' })
  const pairs = async () =>
    (await owner('GET', '/duplicates')).body.map(
      (pair: { reason: string; one: { id: string }; other: { id: string } }) => [
        pair.reason,
        ...[pair.one.id, pair.other.id].sort(),
      ],
    )
  const [first, second, third] = [same, born, near].map((pair) => pair.sort())
  expect(await pairs()).toEqual([
    ['phone', ...first!],
    ['birthday', ...second!],
    ['near_phone', ...third!],
  ])
  const [oneId, otherId] = second!
  expect((await owner('POST', '/duplicates/not-the-same', { oneId: otherId, otherId: oneId })).status).toBe(204)
  expect((await pairs()).map(([reason]: string[]) => reason)).toEqual(['phone', 'near_phone'])
})

test('after a merge the strictest word on messages holds, until the person says another', async () => {
  const { customer, person, merge, owner, shop, wait } = await openShop()
  const lan = await customer('lan')
  const desk = await person('Lan')
  await lan('PUT', '/me/consents/marketing', { granted: true })
  await shop.write((tx) => recordConsent(tx, desk, 'marketing', false, shop.now()))
  const wants = async () => (await owner('GET', `/customers/${desk}`)).body.wantsOffers
  wait(1)
  await merge(lan.id, desk)
  expect(await wants()).toBe(false)
  expect((await lan('GET', '/me')).body.wantsOffers).toBe(false)
  wait(1)
  expect((await lan('PUT', '/me/consents/marketing', { granted: true })).body.wantsOffers).toBe(true)
  expect(await wants()).toBe(true)
})

test('a shopper sees and cancels in the Mini App what the desk wrote for them under another record', async () => {
  const shop = await openShop()
  const { customer, person, merge } = shop
  const lan = await customer('lan')
  const desk = await person('Lan')
  const visit = await keepVisit(shop, { customerId: desk, startsAt: '2026-01-09T10:00:00+07:00' })
  expect((await lan('GET', '/bookings')).body).toHaveLength(0)
  expect((await lan('POST', `/bookings/${visit}/cancel`, {})).status).toBe(404)
  await merge(lan.id, desk)
  expect((await lan('GET', '/bookings')).body.map(({ id }: { id: string }) => id)).toEqual([visit])
  expect((await lan('POST', `/bookings/${visit}/cancel`, {})).status).toBe(200)
})

const steps = fc.array(fc.record({ undo: fc.boolean(), one: fc.nat(5), other: fc.nat(5) }), { maxLength: 14 })

test('whatever is merged and undone, people have what their records have, and in the end all is as before', async () => {
  const shop = await openShop()
  const { owner, person, merge, undo } = shop
  const records: string[] = []
  for (let n = 0; n < 6; n++) {
    const id = await person(`Khách ${n}`)
    records.push(id)
    await points(owner, id, 2 ** n)
    await keepVisit(shop, { customerId: id, startsAt: `2026-01-0${n + 1}T10:00:00+07:00`, status: 'completed' })
  }
  const listed = async () =>
    (await owner('GET', '/customers?sort=name')).body.customers as { id: string; points: number; visits: number }[]
  const before = await listed()
  const found = await examine(shop.shop.read)
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      let holding: { id: string; source: string; target: string }[] = []
      const endOf = (id: string): string => {
        const next = holding.find(({ source }) => source === id)
        return next ? endOf(next.target) : id
      }
      for (const step of story) {
        const [source, target] = [records[step.one]!, records[step.other]!]
        const last = holding[step.one % Math.max(1, holding.length)]
        if (step.undo && last) {
          expect(await undo(last.id)).toBe(204)
          holding = holding.filter(({ id }) => id !== last.id)
        } else {
          const { id, status } = await merge(source, target)
          const isFree = source !== target && endOf(source) === source && endOf(target) === target
          expect(status).toBe(isFree ? 201 : 409)
          if (isFree) holding.push({ id, source, target })
        }
        const people = new Map<string, { points: number; visits: number }>()
        for (const [n, record] of records.entries()) {
          const sum = people.get(endOf(record)) ?? { points: 0, visits: 0 }
          people.set(endOf(record), { points: sum.points + 2 ** n, visits: sum.visits + 1 })
        }
        const shown = (await listed()).map(({ id, points, visits }) => [id, { points, visits }] as const)
        expect(new Map(shown)).toEqual(people)
      }
      for (const { id } of holding) await undo(id)
      expect(await listed()).toEqual(before)
      expect(await examine(shop.shop.read)).toEqual(found)
    }),
    { numRuns: 12 },
  )
})

test('the database itself keeps merges that were undone as they were', async () => {
  const { person, merge, undo, shop } = await openShop()
  const { id } = await merge(await person('A'), await person('B'))
  await undo(id)
  await expect(shop.write((tx) => tx.run(sql`UPDATE merges SET undone_at = NULL`))).rejects.toThrow()
})

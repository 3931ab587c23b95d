import { expect, test } from 'vitest'
import { blockedTimes } from '../drizzle/schema/index.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

test('the calendar shows a week: who works when, who comes, what is blocked, closed and taken', async () => {
  const { staff, shop } = await openTestShop({ now: '2026-01-05T08:00:00+07:00' })
  const owner = await staff('owner')
  const closure = { id: newId(), staffId: null, fromDay: '2026-01-07', toDay: '2026-01-07', reason: 'Sửa tiệm' }
  await owner('POST', '/days-off', closure)
  await owner('POST', '/days-off', {
    ...closure,
    id: newId(),
    staffId: known.quan.id,
    fromDay: '2026-01-06',
    toDay: '2026-01-06',
    reason: 'Việc nhà',
  })
  const block = { id: newId(), staffId: known.thao.id, reason: 'Đi lấy hàng' }
  const [startsAt, endsAt] = [new Date('2026-01-06T14:00:00+07:00'), new Date('2026-01-06T15:00:00+07:00')]
  await shop.write((tx) => tx.insert(blockedTimes).values({ ...block, startsAt, endsAt }))
  const parts = [
    { serviceId: known.haircut.id, staffId: known.thao.id },
    { serviceId: known.colour.id, staffId: known.quan.id },
  ]
  const at = { startsAt: '2026-01-08T09:00:00+07:00', customerId: null, newCustomer: null }
  const booked = await owner('POST', '/bookings', { id: newId(), parts, ...at })

  const { body } = await owner('GET', '/calendar?from=2026-01-05&days=7')
  expect(body.days).toHaveLength(7)
  expect(body.days[1].staff).toMatchObject([
    { off: null, intervals: [{ startsAt: '2026-01-06T01:00:00.000Z', endsAt: '2026-01-06T05:00:00.000Z' }, {}] },
    { off: 'Việc nhà', intervals: [] },
  ])
  expect(body.days[2]).toMatchObject({ closed: 'Sửa tiệm', staff: [{ intervals: [] }, { intervals: [] }] })
  expect(body.visits).toMatchObject([{ id: booked.body.id, parts: [{ staffName: 'Thảo' }, { staffName: 'Quân' }] }])
  expect(body.blocked).toMatchObject([{ staffId: known.thao.id, reason: 'Đi lấy hàng' }])
  expect(body.claims.map(({ staffId }: { staffId: string }) => staffId)).toEqual([known.thao.id, known.quan.id])

  expect((await owner('GET', '/calendar?from=2026-01-05&days=8')).body.field).toBe('days')
  expect((await owner('GET', '/calendar?from=2026-01-05&days=1')).body.days).toHaveLength(1)
})

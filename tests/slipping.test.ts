import { expect, test } from 'vitest'
import { openSegments } from './support/segments.ts'

type Row = { id: string; name: string; why: string | null; valueVnd: number; gapDays: number; awayDays: number }

const slipping = async ({ owner }: Awaited<ReturnType<typeof openSegments>>): Promise<Row[]> =>
  (await owner('GET', '/slipping')).body.people

test('who is late is told by their own rhythm, not by a number of days', async () => {
  const shop = await openSegments()
  await shop.stranger('Tuần', [30, 37, 44, 51, 58, 65, 72, 79, 86]) // comes every week
  await shop.stranger('Quý', [30, 120, 210, 300, 390]) // comes every quarter
  await shop.stranger('Xa', [600])
  expect((await slipping(shop)).map(({ name }) => name)).toEqual(['Tuần'])
})

test('who has booked again is not slipping away', async () => {
  const shop = await openSegments()
  const lan = await shop.stranger('Lan', [50, 80, 110, 140])
  expect((await slipping(shop)).map(({ name }) => name)).toEqual(['Lan'])
  await shop.keep(lan, [{ daysAgo: -2, status: 'booked' }])
  expect(await slipping(shop)).toEqual([])
})

test('at stake is what a year at their rhythm brings, never more than their best 12 months; the most comes first', async () => {
  const shop = await openSegments()
  const lan = await shop.stranger('Lan')
  const few = [50, 80, 110, 140, 170].map((daysAgo) => ({ daysAgo, priceVnd: 200_000 }))
  await shop.keep(lan, few)
  const minh = await shop.stranger('Minh')
  await shop.keep(
    minh,
    Array.from({ length: 30 }, (_, i) => ({ daysAgo: 50 + 30 * i, priceVnd: 100_000 })),
  )
  const rows = await slipping(shop)
  expect(rows.map(({ name }) => name)).toEqual(['Minh', 'Lan'])
  const [ofMinh, ofLan] = rows
  expect(ofLan!.valueVnd).toBe(1_000_000) // all they ever spent: five visits
  expect(ofMinh!.valueVnd).toBe(Math.floor((100_000 * 365) / ofMinh!.gapDays))
  expect(ofMinh).toMatchObject({
    awayDays: 50,
    gapDays: 30,
    daysLate: 20,
    lastDay: '2026-04-26',
    expectedDay: '2026-05-26',
  })
})

test('one touch asks somebody back with a link that books as last time; why not is told where they may not be asked', async () => {
  const shop = await openSegments()
  const [lan, minh] = [await shop.regular('lan'), await shop.withPhone('minh')]
  for (const { id } of [lan, minh])
    await shop.keep(
      id,
      [50, 80, 110, 140].map((daysAgo) => ({ daysAgo })),
    )
  const why = async () => Object.fromEntries((await slipping(shop)).map(({ id, why }) => [id, why]))
  expect(await why()).toEqual({ [lan.id]: null, [minh.id]: 'no_marketing_consent' })

  expect((await shop.campaign({ kind: 'message', customerIds: [lan.id] })).status).toBe(201)
  expect((await why())[lan.id]).toBe('told_already')
  await shop.rounds()
  const told = shop.zalo.inboxOf('lan').at(-1)
  expect(told).toMatchObject({ template: { title: 'Hẹn gặp lại quý khách' } })
  expect(JSON.stringify(told)).toMatch(/\/rebook\//)
  expect((await why())[lan.id]).toBe('told_enough')
})

import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { firstProgramme } from '../shared/programme.ts'
import { offer, openProgramme as open, opened, visit } from './support/programme.ts'

const january = '/liability?from=2026-01-01&to=2026-01-31'
const february = '/liability?from=2026-02-01&to=2026-02-28'

test('points roll forward to the point: opening, what came, what went, closing', async () => {
  const shop = await open({ expiry: { kind: 'rolling', months: 1 } })
  const gift = await offer(shop, 4, { costVnd: 8000 })
  await opened(shop, 20)
  const { refund } = await visit(shop)
  await shop.owner('POST', `/customers/${shop.lan.id}/redemptions`, { id: newId(), offerId: gift })
  await refund(35_000)
  const { roll, liability } = (await shop.owner('GET', january)).body
  expect(roll).toEqual({
    ...{ opening: 0, earned: 10, returned: 0, adjusted: 20, reversed: 3, redeemed: 4, expired: 0, closing: 23 },
  })
  expect(liability).toMatchObject({ points: 23, vndPerPoint: 2000, isFromRewards: true, faceVnd: 46_000 })
  expect(liability).toMatchObject({ breakage: null, expectedVnd: null, maturedLots: 0 })

  await shop.pass(40 * 24 * 60)
  const after = (await shop.owner('GET', february)).body
  expect(after.roll).toMatchObject({ opening: 23, expired: 23, closing: 0 })
  expect(after.liability).toMatchObject({ points: 0, faceVnd: 0, maturedLots: 2 })
})

test('with enough lots behind it the shop’s own share that ran out lowers what is expected', async () => {
  const shop = await open({
    expiry: { kind: 'rolling', months: 1 },
    asMoney: { vndPerPoint: 500, least: 1, most: null, step: 1, mostPercent: 50 },
  })
  for (let i = 0; i < 100; i++) await opened(shop, 10)
  await shop.owner('POST', `/customers/${shop.lan.id}/adjustments`, {
    id: newId(),
    points: -100,
    reasonCode: 'other',
    note: 'Tiêu',
  })
  await shop.pass(40 * 24 * 60)
  await shop.owner('PUT', '/programme', firstProgramme(10_000))
  shop.wait(1)
  await opened(shop, 100)
  const { liability } = (await shop.owner('GET', february)).body
  expect(liability).toMatchObject({ points: 100, maturedLots: 100, breakage: 0.9, isFromRewards: false })
})

test('points that live on with each visit are counted once, where they end, and are not followed by lots', async () => {
  const shop = await open({ expiry: { kind: 'activity', months: 1 } })
  await visit(shop)
  shop.wait(10 * 24 * 60)
  await visit(shop)
  await shop.pass(40 * 24 * 60)
  const { liability } = (await shop.owner('GET', february)).body
  expect(liability).toMatchObject({ points: 0, maturedLots: 3, maturedPoints: 20, lapsedPoints: 20 })
  shop.wait(24 * 60) // figures are of whole days
  const { points, lots } = (await shop.owner('GET', '/figures/programme?length=90')).body
  expect(points).toMatchObject({ issued: 20, lapsed: 20 })
  expect(lots).toBeNull()
})

test('days the wrong way round are bad input', async () => {
  const shop = await open()
  expect(await shop.owner('GET', '/liability?from=2026-02-01&to=2026-01-01')).toMatchObject({ status: 400 })
})

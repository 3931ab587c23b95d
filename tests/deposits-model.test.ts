import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { openDeposits as open, type WithDeposits } from './support/deposits.ts'
import { known } from './support/test-shop.ts'

const price = 105_000

test('of a hundred tellings of the same money while the time to pay runs out one counts, and it is exact', async () => {
  const shop = await open()
  const early = await shop.book('10:00')
  const { memo } = await shop.transferOf(early.id)
  const tellings = Array.from({ length: 100 }, () => shop.tell(50_000, memo, 'FT26001'))
  const answers = await Promise.all([...tellings, shop.rounds()])
  expect(answers.filter((answer) => answer?.status === 200)).toHaveLength(100)
  expect(await shop.mine(early.id)).toMatchObject({ status: 'booked', deposit: { state: 'paid', receivedVnd: 50_000 } })

  const late = await shop.book('11:00')
  const words = (await shop.transferOf(late.id)).memo
  shop.wait(30)
  await Promise.all([
    ...Array.from({ length: 50 }, () => shop.tell(50_000, words, 'FT26002')),
    shop.rounds(),
    shop.rounds(),
    ...Array.from({ length: 50 }, () => shop.tell(50_000, words, 'FT26002')),
  ])
  expect(await shop.mine(late.id)).toMatchObject({ status: 'expired', deposit: { state: 'lapsed', backVnd: 50_000 } })
  expect(await shop.back(late.id)).toEqual({ late: 50_000 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('of cancelling and paying at once, whichever comes first, no money is lost', async () => {
  const shop = await open()
  for (const time of ['10:00', '11:00', '14:00', '15:00']) {
    const { id } = await shop.book(time, '2026-01-08')
    const { memo } = await shop.transferOf(id)
    const cancel = () => shop.lan('POST', `/bookings/${id}/cancel`, { scope: 'this' })
    await Promise.all([shop.tell(50_000, memo), cancel(), shop.tell(20_000, memo), cancel()])
    const { status, deposit } = await shop.mine(id)
    expect([status, deposit.receivedVnd, deposit.backVnd]).toEqual(['cancelled', 70_000, 70_000])
  }
  expect(await examine(shop.shop.read)).toEqual([])
})

const step = fc.oneof(
  fc.record({ act: fc.constant('pay' as const), vnd: fc.constantFrom(1000, 20_000, 30_000, 50_000, 90_000) }),
  fc.record({
    act: fc.constantFrom('wait', 'cancel', 'drop', 'waive', 'miss', 'found', 'done', 'move', 'decline', 'payBack'),
    vnd: fc.constantFrom(0, 60_000, price),
  }),
)
type Step = { act: string; vnd: number }
const taken = (...acts: string[]) => acts.map((act): Step => ({ act, vnd: act === 'pay' ? 50_000 : 0 }))
const story = fc
  .tuple(
    fc.constantFrom([], taken('pay'), taken('pay', 'pay'), taken('waive'), [
      { act: 'pay', vnd: 20_000 },
      ...taken('waive'),
    ]),
    fc.array(step, { maxLength: 6 }),
    fc.constantFrom([], taken('done'), [{ act: 'done', vnd: 60_000 }], taken('miss'), taken('miss', 'found', 'done')),
  )
  .map((parts): Step[] => parts.flat())

/** How a visit's day may go; what is refused changes nothing. */
async function live(shop: WithDeposits, id: string, memo: string, { act, vnd }: Step) {
  const { owner, lan } = shop
  if (act === 'pay') await shop.tell(vnd, memo)
  if (act === 'wait') await shop.pass(20)
  if (act === 'cancel') await lan('POST', `/bookings/${id}/cancel`, { scope: 'this' })
  if (act === 'drop') await owner('POST', `/bookings/${id}/cancel`, {})
  if (act === 'waive') await owner('POST', `/bookings/${id}/deposit/waive`, { reason: 'Khách quen' })
  if (act === 'decline') await owner('POST', `/bookings/${id}/decline`, {})
  if (act === 'found') await owner('POST', `/bookings/${id}/undo-no-show`)
  if (act === 'move') {
    const hour = 8 + (Number.parseInt(id.slice(-2), 16) % 4)
    const startsAt = new Date(shop.clock.at.getTime() + (36 + hour) * 3_600_000)
    await owner('POST', `/bookings/${id}/move`, { startsAt, version: 1, overrideReason: 'x', scope: 'this' })
  }
  if (act === 'miss' || act === 'done') {
    const start = Date.parse((await shop.mine(id)).startsAt)
    if (shop.clock.at.getTime() < start + 20 * 60_000) shop.clock.at = new Date(start + 20 * 60_000)
    await owner(
      'POST',
      `/bookings/${id}/${act === 'miss' ? 'no-show' : 'complete'}`,
      act === 'miss' ? undefined : { discountVnd: vnd },
    )
  }
  if (act === 'payBack')
    await shop.shop.write((tx) =>
      tx.run(
        `UPDATE paybacks SET state = 'done', done_at = ${shop.clock.at.getTime()} WHERE for_id = '${id}' AND state = 'due'`,
      ),
    )
}

/** A visit in some days; on holidays the shop may be closed. */
async function onAnOpenDay(shop: WithDeposits, daysAhead = 1): Promise<{ id: string }> {
  const day = new Date(shop.clock.at.getTime() + (daysAhead * 24 + 2) * 3_600_000).toISOString().slice(0, 10)
  const wish = shop.wish('10:00', day, { parts: [{ serviceId: known.haircut.id }] })
  const booked = await shop.lan('POST', '/bookings', wish)
  expect([201, 409]).toContain(booked.status)
  return booked.status === 201 ? wish : onAnOpenDay(shop, daysAhead + 1)
}

test('whatever happens to a visit and its deposit, every đồng is used, kept, held or goes back', async () => {
  const shop = await open({ rules: { horizonDays: 365 } })
  const ends = new Set<string>()
  await fc.assert(
    fc.asyncProperty(story, fc.constantFrom('auto', 'manual'), async (story, acceptance) => {
      await shop.setRules({ acceptance: acceptance as 'auto' })
      const wish = await onAnOpenDay(shop)
      const { memo } = await shop.transferOf(wish.id)
      for (const each of story) await live(shop, wish.id, memo, each)
      const { status, deposit } = await shop.mine(wish.id)
      ends.add(deposit.state)
      const told = story.filter(({ act }) => act === 'pay').reduce((sum, { vnd }) => sum + vnd, 0)
      expect(deposit.receivedVnd).toBe(told)
      const keptVnd = told - deposit.backVnd
      if (deposit.state === 'lapsed') expect(keptVnd).toBe(0)
      if (deposit.state === 'paid') expect(keptVnd).toBe(50_000)
      if (status === 'requested' && deposit.state === 'awaited') expect(keptVnd).toBeLessThan(50_000)
      expect([keptVnd >= 0, keptVnd <= 50_000]).toEqual([true, true])
      if (status === 'booked') await shop.owner('POST', `/bookings/${wish.id}/cancel`, {}) // its hour is free for the next
      if (status === 'requested') await shop.lan('POST', `/bookings/${wish.id}/cancel`, { scope: 'this' })
      expect(await examine(shop.shop.read)).toEqual([])
    }),
    { numRuns: 60, seed: 20260105 }, // one that comes to every end
  )
  expect([...ends].sort()).toEqual(expect.arrayContaining(['kept', 'lapsed', 'paid', 'returned', 'used', 'waived']))
})

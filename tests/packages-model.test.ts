import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { addDays } from '../shared/time.ts'
import { openProgramme as open, visit } from './support/programme.ts'
import { known } from './support/test-shop.ts'
import { plan, sold, wallets } from './support/wallets.ts'

const aDay = 24 * 60

test('of a hundred visits completed at once with the last session of a package, one is', async () => {
  const shop = await open()
  const id = await sold(shop, await plan(shop, { sessions: 1 }))
  const bookings = Array.from({ length: 100 }, (_, i) => {
    const minute = Math.floor((i % 44) / 2) * 30 + 480
    const half = minute < 720 ? minute : minute + 60 // noon is free
    const at = `${String(Math.floor(half / 60)).padStart(2, '0')}:${String(half % 60).padStart(2, '0')}`
    const staffId = i % 2 ? known.thao.id : known.quan.id
    const parts = [{ serviceId: known.haircut.id, staffId }]
    const startsAt = `${addDays('2026-01-06', Math.floor(i / 44))}T${at}:00+07:00`
    return { id: newId(), parts, startsAt, customerId: shop.lan.id, newCustomer: null, overrideReason: 'Khách quen' }
  })
  for (const booking of bookings) expect((await shop.owner('POST', '/bookings', booking)).status).toBe(201)
  shop.wait(5 * aDay)
  const owner = await shop.staff('owner')
  const answers = await Promise.all(
    bookings.map((booking) => owner('POST', `/bookings/${booking.id}/complete`, { packageIds: [id] })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'package_empty')).toHaveLength(99)
  expect((await wallets(shop)).packages[0]).toMatchObject({ left: 0, used: 1 })
  expect(await examine(shop.shop.read)).toEqual([])
})

const steps = fc.array(fc.constantFrom('use', 'unuse', 'freeze', 'thaw', 'days', 'refund'), { maxLength: 14 })

test('whatever happens, sessions bought are used, left, paid back or run out, and no more money goes back than was paid', async () => {
  const shop = await open({ refunds: 'unlimited' })
  const planOf = new Map<number, string>()
  for (const sessions of [1, 3, 7]) planOf.set(sessions, await plan(shop, { sessions, validDays: 20 }))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(1, 3, 7),
      fc.integer({ min: 0, max: 1_000_003 }),
      steps,
      async (sessions, paidVnd, story) => {
        const id = await sold(shop, planOf.get(sessions)!, paidVnd)
        const visits: Awaited<ReturnType<typeof visit>>[] = []
        let backVnd = 0
        let paidBack = 0
        for (const step of story) {
          const seen = (await wallets(shop)).packages.find((each: { id: string }) => each.id === id)
          if (step === 'use') {
            const done = await visit(shop, { packageIds: [id] })
            if (done.status === 200) visits.push(done)
            else await shop.owner('POST', `/bookings/${done.id}/cancel`, {})
            expect(done.status === 200).toBe(seen.left > 0 && !seen.frozenAt)
          } else if (step === 'unuse') await visits.pop()?.refund(0)
          else if (step === 'days') await shop.pass(9 * aDay)
          else if (step === 'refund') {
            const asked = { id: newId(), reason: 'Khách chuyển nhà' }
            const answer = await shop.owner('POST', `/packages/${id}/refund`, asked)
            if (answer.status === 201) [backVnd, paidBack] = [backVnd + answer.body.amountVnd, paidBack + seen.left]
          } else await shop.owner('POST', `/packages/${id}/${step}`)
        }
        const end = (await wallets(shop)).packages.find((each: { id: string }) => each.id === id)
        expect(end.used).toBe(visits.length)
        expect(end.used + end.left + paidBack + end.ranOut).toBe(sessions)
        expect(Math.min(end.used, end.left, end.ranOut)).toBeGreaterThanOrEqual(0)
        expect(backVnd).toBeLessThanOrEqual(paidVnd)
      },
    ),
    { numRuns: 25 },
  )
  expect(await examine(shop.shop.read)).toEqual([])
})

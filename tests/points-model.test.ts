import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookings, customers, ledgerEntries, offers, visitRefunds } from '../drizzle/schema/index.ts'
import { refundVisit } from '../server/booking/refund.ts'
import { adjust } from '../server/loyalty/adjust.ts'
import { earn } from '../server/loyalty/earn.ts'
import { confirmSome, expireSome } from '../server/loyalty/expire.ts'
import { grant } from '../server/loyalty/grant.ts'
import { standingOf } from '../server/loyalty/ledger.ts'
import { ledgerChecks } from '../server/loyalty/ledger-checks.ts'
import { publishProgramme } from '../server/loyalty/programme.ts'
import { repay } from '../server/loyalty/repay.ts'
import { giveBack } from '../server/loyalty/spend.ts'
import { takeOffer } from '../server/offers/issue.ts'
import { applyVoucher, endVoucher } from '../server/offers/vouchers.ts'
import { newId } from '../shared/ids.ts'
import { type Expiry, firstProgramme, refundPolicies } from '../shared/programme.ts'
import { Refusal } from '../shared/refusals.ts'
import { createPointsModel } from './support/points-model.ts'
import { openTestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const runs = 2000
/** Time only goes on: 50,000 stories in one shop would pass the year 9999, past which there are no dates. */
const shops = Array.from({ length: process.env.NIGHTLY ? 25 : 1 }, (_, nth) => nth + 1)

const who = fc.constantFrom(0, 1)
const nth = fc.nat(20)
const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('earn' as const), who, vnd: fc.integer({ min: 0, max: 400_000 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reserve' as const), who, offer: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('redeem' as const, 'release' as const, 'give back' as const),
      nth,
      part: fc.nat(30),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('refund' as const), nth, vnd: fc.integer({ min: 1, max: 400_000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 24 * 40 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      who,
      points: fc.integer({ min: -30, max: 30 }).filter((points) => points !== 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('bring' as const), who, points: fc.integer({ min: 1, max: 50 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const) }) },
)
const rules = fc.record({
  pendingDays: fc.constantFrom(null, 3),
  expiry: fc.constantFrom<Expiry>({ kind: 'never' }, { kind: 'rolling', months: 1 }, { kind: 'month_end', months: 2 }),
  refunds: fc.constantFrom(...refundPolicies),
})

test.each(shops)('whatever happens to points, the books say what a plain list of lots says, in shop %i', async () => {
  const { shop, wait } = await openTestShop()
  const owner = { id: known.accounts.owner.id, role: 'owner' as const, name: 'Chủ' } as never
  const costs = [3, 10, 25]
  const offerIds = costs.map(() => newId())
  await shop.write((tx) =>
    tx.insert(offers).values(
      costs.map((pointsCost, i) => ({
        id: offerIds[i]!,
        name: 'Quà',
        kind: 'gift' as const,
        pointsCost,
        state: 'live' as const,
        createdAt: new Date(0),
      })),
    ),
  )

  await fc.assert(
    fc.asyncProperty(rules, fc.array(command, { maxLength: 60, size: 'max' }), async (chosen, commands) => {
      const programme = { ...firstProgramme(10_000), ...chosen }
      wait(1)
      const people = [newId(), newId()]
      await shop.write(async (tx) => {
        await publishProgramme(tx, owner, programme, shop.now())
        await tx
          .insert(customers)
          .values(people.map((id) => ({ id, name: 'Khách', nameFolded: 'khach', createdAt: shop.now() })))
      })
      wait(1)
      const model = createPointsModel(programme)
      const visits = new Map<string, number>()
      for (const each of commands) {
        const [now, at] = [shop.now(), shop.now().getTime()]
        const head = (i: number) => model.headOf(people[i]!)
        switch (each.do) {
          case 'earn': {
            const id = newId()
            visits.set(id, each.vnd)
            await shop.write(async (tx) => {
              await tx.insert(bookings).values(visitOf(id, head(each.who), each.vnd, now))
              const parts = [{ serviceId: known.haircut.id, name: 'Cắt tóc', priceVnd: each.vnd }]
              await earn(
                tx,
                { id, customerId: head(each.who), paidVnd: each.vnd, parts, endedAt: now, by: 'x' },
                zone,
                now,
              )
            })
            model.earn(head(each.who), id, each.vnd, at)
            break
          }
          case 'reserve': {
            const [id, offerId] = [newId(), offerIds[each.offer]!]
            const done = await shop
              .write((tx) => takeOffer(tx, { id, offerId, customerId: head(each.who), by: 'x' }, now))
              .then(() => true, refused)
            expect(done).toBe(model.reserve(head(each.who), id, costs[each.offer]!, at))
            break
          }
          case 'redeem': {
            const [id] = model.openVouchers()[each.nth % (model.openVouchers().length || 1)] ?? []
            if (!id) break
            const done = await shop.write((tx) => applyVoucher(tx, { id, by: 'x' }, now)).then(() => true, refused)
            if (done) model.redeem(id)
            break
          }
          case 'release': {
            const [id] = model.openVouchers()[each.nth % (model.openVouchers().length || 1)] ?? []
            if (!id) break
            await shop.write((tx) => endVoucher(tx, id, 'let_go', 'x', now))
            model.release(id, at)
            break
          }
          case 'give back': {
            const [id, voucher] = model.usedVouchers()[each.nth % (model.usedVouchers().length || 1)] ?? []
            if (!id || !voucher) break
            const spending = { customerId: model.headOf(voucher.who), cause: newId(), about: id, spentBy: id, by: 'x' }
            await shop.write((tx) => giveBack(tx, spending, each.part, now))
            model.giveBack(id, each.part, at)
            break
          }
          case 'refund': {
            const [visit, it] = model.earnedVisits()[each.nth % (model.earnedVisits().length || 1)] ?? []
            if (!visit || !it) break
            const amountVnd = Math.min(each.vnd, it.paidVnd - it.refundedVnd)
            if (amountVnd === 0) break
            await shop.write((tx) =>
              refundVisit(tx, owner, visit, { id: newId(), amountVnd, reason: 'x', to: 'money' }, now),
            )
            model.refund(visit, amountVnd, at)
            break
          }
          case 'pass': {
            wait(each.hours * 60)
            await shop.write((tx) => confirmSome(tx, shop.now()))
            while (await shop.write((tx) => expireSome(tx, shop.now())));
            model.pass(shop.now().getTime())
            break
          }
          case 'adjust': {
            const asked = { id: newId(), points: each.points, reasonCode: 'other' as const, note: 'x' }
            const done = await shop
              .write((tx) => adjust(tx, owner, head(each.who), asked, now))
              .then(() => true, refused)
            expect(done).toBe(model.adjust(head(each.who), asked.id, each.points, at))
            break
          }
          case 'bring': {
            const cause = newId()
            const brought = {
              customerId: head(each.who),
              kind: 'opened' as const,
              cause,
              about: cause,
              units: each.points,
              expires: null,
              by: 'x',
            }
            await shop.write((tx) => grant(tx, { ...brought, from: 'corrected' }, now))
            model.bring(head(each.who), cause, each.points, at)
            break
          }
          case 'merge': {
            if (head(1) !== people[1]) break
            await shop.write(async (tx) => {
              await tx.update(customers).set({ mergedInto: people[0]! }).where(eq(customers.id, people[1]!))
              await repay(tx, people[0]!, 'points', now)
            })
            model.merge(people[1]!, people[0]!, at)
            break
          }
        }
        for (const person of new Set(people.map((_, i) => head(i)))) {
          const { balance, spendable, pending, reserved } = await standingOf(shop.read, person, shop.now())
          const time = shop.now().getTime()
          expect([each.do, balance, spendable, pending, reserved]).toEqual([
            each.do,
            ...[
              model.balance(person, time),
              model.spendable(person, time),
              model.pending(person),
              model.reserved(person),
            ],
          ])
        }
      }
    }),
    { numRuns: runs },
  )
  for (const [check, query] of Object.entries(ledgerChecks))
    expect([check, await shop.read.values(sql.raw(query))]).toEqual([check, []])
  expect(await shop.read.$count(ledgerEntries)).toBeGreaterThan(runs)
  expect(await shop.read.$count(visitRefunds)).toBeGreaterThan(runs / 10)
})

const refused = (thrown: unknown) => {
  if (thrown instanceof Refusal) return false
  throw thrown
}

const visitOf = (id: string, customerId: string, priceVnd: number, at: Date) => ({
  ...{ id, customerId, serviceId: known.haircut.id, staffId: known.thao.id, source: 'desk' as const, priceVnd },
  ...{ status: 'completed' as const, statusAt: at, statusBy: 'x', serviceName: 'Cắt tóc', createdAt: at },
  ...{ startsAt: new Date(at.getTime() - 1_800_000), endsAt: at },
})

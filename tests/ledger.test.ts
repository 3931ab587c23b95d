import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { balanceOf } from '../server/loyalty/points.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('visit' as const),
      discount: fc.integer({ min: 0, max: 120_000 }),
      covered: fc.integer({ min: 0, max: 120_000 }),
    }),
    fc.record({ kind: fc.constant('redeem' as const), again: fc.boolean() }),
    fc.record({
      kind: fc.constant('adjust' as const),
      points: fc.integer({ min: -60, max: 60 }).filter((points) => points !== 0),
      again: fc.boolean(),
    }),
  ),
  { maxLength: 12 },
)

test('whatever staff do, the ledger adds up to what a calculator says', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const customerId = newId()
      await owner('POST', '/customers', { id: customerId, name: 'Khách' })
      let expected = 0
      for (const step of story) {
        if (step.kind === 'visit') {
          const id = newId()
          shop.wait(31)
          await owner('POST', '/bookings', {
            ...{ id, parts: [{ serviceId: known.haircut.id, staffId: known.thao.id }], startsAt: null },
            customerId,
            newCustomer: null,
          })
          const done = await owner('POST', `/bookings/${id}/complete`, {
            discountVnd: step.discount,
            coveredByPointsVnd: step.covered,
          })
          const eligible = known.haircut.priceVnd - step.discount - step.covered
          expect(done.status).toBe(eligible >= 0 ? 200 : 400)
          if (eligible >= 0) expected += Math.floor(eligible / 10_000)
          else await owner('POST', `/bookings/${id}/cancel`, {})
        } else {
          const points = step.kind === 'redeem' ? -known.wash.pointsCost : step.points
          const [path, asked] =
            step.kind === 'redeem'
              ? ['redemptions', { id: newId(), offerId: known.wash.id }]
              : ['adjustments', { id: newId(), points, reasonCode: 'correction', note: '' }]
          const answer = await owner('POST', `/customers/${customerId}/${path}`, asked)
          expect(answer.status).toBe(expected + points >= 0 ? 201 : 409)
          if (step.again && answer.status === 201) await owner('POST', `/customers/${customerId}/${path}`, asked)
          if (answer.status === 201) expected += points
        }
      }
      expect(await balanceOf(shop.shop.read, customerId, shop.shop.now())).toBe(expected)
    }),
    { numRuns: 60 },
  )
  expect(await examine(shop.shop.read)).toEqual([])
})

test.each(['ledger_entries', 'postings', 'programmes', 'booking_events', 'consents', 'audit_log'])(
  '%s only grows, whoever writes',
  async (table) => {
    const { shop, staff, customer, zalo, wait } = await openTestShop()
    const lan = await customer('lan')
    const owner = await staff('owner')
    await lan('POST', '/me/phone', { code: zalo.phoneCodeOf('lan'), accessToken: zalo.accessTokenOf('lan') })
    await owner('POST', `/customers/${lan.id}/adjustments`, {
      id: newId(),
      points: 20,
      reasonCode: 'opening',
      note: '',
    })
    await owner('POST', `/customers/${lan.id}/redemptions`, { id: newId(), offerId: known.wash.id })
    await owner('POST', '/bookings', {
      id: newId(),
      parts: [{ serviceId: known.haircut.id }],
      startsAt: null,
      customerId: lan.id,
      newCustomer: null,
    })
    wait(1)
    const change = (statement: string) =>
      shop.write((tx) => tx.run(sql.raw(statement)).then(() => 'changed')).catch((fault) => String(fault.cause))
    const column =
      table === 'audit_log'
        ? 'who'
        : table === 'consents'
          ? 'text_version'
          : table === 'booking_events'
            ? 'by'
            : table === 'postings'
              ? 'amount'
              : table === 'programmes'
                ? 'rules'
                : 'customer_id'
    expect(await change(`UPDATE ${table} SET ${column} = ${column}`)).toContain('only_grows')
    expect(await change(`DELETE FROM ${table}`)).toContain('only_grows')
  },
)

test('the doctor finds what cannot be', async () => {
  const { shop, customer } = await openTestShop()
  const lan = await customer('lan')
  await shop.write((tx) =>
    tx.run(
      sql`INSERT INTO ledger_entries (id, customer_id, wallet, kind, cause, about, units, sum, by, at)
        VALUES ('x', ${lan.id}, 'points', 'expired', 'nothing', 'nothing', 0, '{}', 'nobody', 0)`,
    ),
  )
  await shop.write((tx) =>
    tx.run(sql`INSERT INTO postings (entry_id, line, account, amount) VALUES ('x', 0, 'lapsed', 5)`),
  )
  const findings = await examine(shop.read)
  expect(findings.map(({ check }) => check)).toEqual(['every entry of the ledger adds up to nothing'])
})

import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { services, shop as shopTable } from '../../drizzle/schema/index.ts'
import { examine } from '../../server/doctor.ts'
import type { Deposit } from '../../shared/catalog.ts'
import { newId } from '../../shared/ids.ts'
import { ask, openPayments } from './payments.ts'
import { known } from './test-shop.ts'

const tiers = [
  { hoursBefore: 24, percent: 100 },
  { hoursBefore: 6, percent: 50 },
]
type Rules = Partial<typeof shopTable.$inferInsert>
type Given = { deposit?: Deposit | null; rules?: Rules; words?: boolean }

/** A shop whose haircut of 105,000 đồng asks for a deposit, with a policy and a bank that tells of money. */
export async function openDeposits({ deposit = { kind: 'fixed', vnd: 50_000 }, rules = {}, words = true }: Given = {}) {
  const bank = await openPayments()
  const { shop, owner, lan } = bank
  const setService = (value: Deposit | null) =>
    shop.write((tx) => tx.update(services).set({ deposit: value }).where(eq(services.id, known.haircut.id)))
  const setRules = (value: Rules) => shop.write((tx) => tx.update(shopTable).set(value))
  await setService(deposit)
  await setRules({ leadMinutes: 0, cancelHours: 0, maxOpenBookings: 50, ...rules })
  const policy = words
    ? (await owner('POST', '/policies', { words: 'Huỷ sớm được hoàn cọc.', refundTiers: tiers })).body
    : undefined
  const wish = (time: string, day = '2026-01-06', more: object = {}) => ({
    ...{ id: newId(), startsAt: `${day}T${time}:00+07:00`, ...(policy && { policyId: policy.id }) },
    parts: [{ serviceId: known.haircut.id, staffId: known.thao.id as string | null }],
    ...more,
  })
  const mine = async (id: string) => (await lan('GET', '/bookings')).body.find((each: { id: string }) => each.id === id)
  const transferOf = async (id: string) => {
    const { status, body } = await lan('POST', `/bookings/${id}/deposit`, { method: 'transfer' })
    expect(status).toBe(201)
    return (await owner('GET', `/payments/${body.paymentId}`)).body as { id: string; memo: string }
  }
  return {
    ...{ ...bank, setService, setRules, policy, wish, mine, transferOf },
    /** Lan books; the answer is her visit. */
    async book(time = '10:00', day = '2026-01-06') {
      const answer = await lan('POST', '/bookings', wish(time, day))
      expect(answer.status).toBe(201)
      return answer.body as { id: string; status: string; deposit: { amountVnd: number; why: string } | null }
    },
    /** So much comes with the words of the transfer that this visit waits for. */
    async pay(id: string, vnd = 50_000) {
      const { memo } = await transferOf(id)
      expect((await bank.tell(vnd, memo)).body.state).toBe('matched')
      return memo
    },
    /** What goes back to somebody, or went, in đồng by its reason. */
    async back(id: string): Promise<Record<string, number>> {
      const rows = await shop.read.values<[string, number]>(
        `SELECT reason, sum(amount_vnd) FROM paybacks WHERE for_id = '${id}' AND state <> 'dropped' GROUP BY reason`,
      )
      return Object.fromEntries(rows)
    },
    free: async (time: string, day = '2026-01-06') => {
      const wanted = JSON.stringify({ parts: [{ serviceId: known.haircut.id, staffId: known.thao.id }] })
      const slots = (await lan('GET', `/slots?${new URLSearchParams({ wanted, day })}`)).body as { startsAt: string }[]
      return slots.some(({ startsAt }) => Date.parse(startsAt) === Date.parse(`${day}T${time}:00+07:00`))
    },
    askAtTill: (id: string, vnd: number) => ask(bank, id, vnd),
  }
}
export type WithDeposits = Awaited<ReturnType<typeof openDeposits>>

/** The visit's hour passed and nobody came. */
export async function missed(shop: WithDeposits, id: string) {
  const [row] = await shop.shop.read.values<[number]>(`SELECT starts_at FROM bookings WHERE id = '${id}'`)
  if (shop.clock.at.getTime() < row![0] + 16 * 60_000) shop.clock.at = new Date(row![0] + 16 * 60_000)
  expect((await shop.owner('POST', `/bookings/${id}/no-show`)).status).toBe(200)
}

export const isWhole = async ({ shop }: WithDeposits) => expect(await examine(shop.read)).toEqual([])

import { bookingParts, bookings, customers } from '../../drizzle/schema/index.ts'
import { examine } from '../../server/doctor.ts'
import { segmentChecks } from '../../server/segments/segment-checks.ts'
import type { BookingStatus } from '../../shared/booking.ts'
import { newId } from '../../shared/ids.ts'
import type { Rule } from '../../shared/segments.ts'
import { addDays, addMinutes, dayOf, instantOf } from '../../shared/time.ts'
import { openMessages } from './messages.ts'
import { known } from './test-shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const openingMinute = 480
const ofADay = 120

type Past = { daysAgo: number; priceVnd?: number; status?: BookingStatus; serviceId?: string }

/** A shop with a past: people who came so many days ago, and the owner who asks about them. */
export async function openSegments(given: Parameters<typeof openMessages>[0] = { now: '2026-06-15T10:00:00+07:00' }) {
  const shop = await openMessages(given)
  let kept = 0

  /** Each begins at a minute of its own, so that nobody is in the way of another. */
  async function keep(customerId: string, pasts: Past[]) {
    const rows = pasts.map(({ daysAgo, priceVnd = 100_000, status = 'completed', serviceId = known.haircut.id }) => {
      const day = addDays(dayOf(shop.clock.at, zone), -daysAgo)
      const startsAt = instantOf(day, openingMinute - 240 + (kept++ % ofADay), zone)
      const span = { startsAt, endsAt: addMinutes(startsAt, 1) }
      const what = { serviceId, staffId: known.thao.id, priceVnd, ...span }
      return { id: newId(), customerId, status, serviceName: 'Cắt tóc', ...what }
    })
    await shop.shop.write(async (tx) => {
      for (const row of rows) {
        const { id, serviceId, staffId, priceVnd, startsAt, endsAt } = row
        const about = { statusAt: startsAt, statusBy: 'customer', createdAt: startsAt, source: 'mini_app' as const }
        await tx.insert(bookings).values({ ...row, ...about })
        const part = { bookingId: id, position: 0, serviceId, staffId, name: 'Cắt tóc', priceVnd, startsAt, endsAt }
        await tx.insert(bookingParts).values({ ...part, addons: [], staffAsked: false })
      }
    })
    return rows.map(({ id }) => id)
  }

  return {
    ...shop,
    keep,
    /** What the doctor finds of segments and campaigns; visits that are kept here nobody paid. */
    faults: async () => (await examine(shop.shop.read)).filter(({ check }) => check in segmentChecks),
    /** Somebody whom only the shop knows, with their visits so many days ago. */
    async stranger(name: string, daysAgo: number[] = [], more: Partial<typeof customers.$inferInsert> = {}) {
      const id = newId()
      const about = { id, name, nameFolded: name.toLowerCase(), createdAt: shop.clock.at, ...more }
      await shop.shop.write((tx) => tx.insert(customers).values(about))
      await keep(
        id,
        daysAgo.map((days) => ({ daysAgo: days })),
      )
      return id
    },
    async segment(rule: Rule, name = 'Nhóm thử') {
      const id = newId()
      const { status, body } = await shop.owner('POST', '/segments', { id, name, rule, active: true })
      if (status !== 201) throw new Error(JSON.stringify(body))
      await shop.shop.rest()
      return id
    },
    async offer(more: object = {}) {
      const id = newId()
      const { status, body } = await shop.owner('POST', '/offers', { id, ...present, ...more })
      if (status !== 201) throw new Error(JSON.stringify(body))
      await shop.owner('POST', `/offers/${id}/state`, { state: 'live' })
      return id
    },
    /** A campaign, given as far as it goes. */
    async campaign(wish: object) {
      const id = newId()
      const none = { segmentId: null, customerIds: [], offerId: null }
      const { status, body } = await shop.owner('POST', '/campaigns', { id, ...none, ...wish })
      await shop.shop.rest()
      return { id, status, body }
    },
  }
}

const present = {
  ...{ name: 'Giảm 20 nghìn', words: '', kind: 'amount', amountVnd: 20_000, percent: null, mostVnd: null },
  ...{ serviceId: null, costVnd: 0, pointsCost: 0, stock: null, perPerson: 1, budgetVnd: null, fromDay: null },
  ...{ toDay: null, weekdays: [], audience: { kind: 'everybody' }, validDays: 30, startsAfterDays: 0, alone: true },
}

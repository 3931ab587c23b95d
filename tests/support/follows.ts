import { eq } from 'drizzle-orm'
import { vouchers } from '../../drizzle/schema/index.ts'
import type { Rule } from '../../shared/segments.ts'
import { openSegments } from './segments.ts'

/** Two visits, the last of them no longer ago than twenty days. */
export const lively: Rule = {
  all: [
    { field: 'visits', is: 'at_least', value: 2 },
    { field: 'last_visit', is: 'at_most', value: 20 },
  ],
}

/** A shop with an offer that follows entering a segment, and people who have been there once. */
export async function openFollowing(more: object = {}, offerMore: object = {}) {
  const shop = await openSegments()
  const segmentId = await shop.segment(lively, 'Hay ghé')
  const offerId = await shop.offer({ perPerson: null, ...offerMore })
  const set = (change: object = {}, what = 'entered') =>
    shop.owner('PUT', `/segments/${segmentId}/follows/${what}`, {
      ...{ kind: 'offer', offerId, mostPerMonth: 50, active: true, ...more, ...change },
    })
  const given = async () => shop.shop.read.select().from(vouchers).where(eq(vouchers.offerId, offerId))
  return {
    ...shop,
    ...{ segmentId, offerId, set, given },
    once: (count: number) => Promise.all(Array.from({ length: count }, (_, i) => shop.stranger(`Khách ${i}`, [30]))),
    async follows() {
      return (await shop.owner('GET', `/segments/${segmentId}`)).body.follows
    },
    async list() {
      return (await shop.owner('GET', '/campaigns')).body.campaigns
    },
    reasons: async (id: string) => (await shop.owner('GET', `/campaigns/${id}/left-out`)).body,
  }
}

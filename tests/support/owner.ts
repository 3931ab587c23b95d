import { and, eq, like } from 'drizzle-orm'
import { outbox } from '../../drizzle/schema/index.ts'
import type { OwnerInboxChange } from '../../shared/owner-messages.ts'
import { openSegments } from './segments.ts'
import type { Client, Customer } from './shop.ts'

/** A shop whose owner is somebody with a phone, told of it in Zalo. */
export async function openOwned(given: Parameters<typeof openSegments>[0] = { now: '2026-06-15T10:00:00+07:00' }) {
  const shop = await openSegments(given)
  const { owner } = shop

  return {
    ...shop,
    /** Ties an account to a shopper the way people do: the code of the page is typed in the Mini App. */
    async tie(customer: Customer, as: Client = owner) {
      const { body } = await as('POST', '/owner-inbox/code')
      return customer('POST', '/me/owner', { code: body.code })
    },
    async wants(change: Partial<OwnerInboxChange>, as: Client = owner) {
      const { wishes } = (await as('GET', '/owner-inbox')).body
      return as('PUT', '/owner-inbox', { ...wishes, ...change })
    },
    /** What was written to the shop's own people, oldest first. */
    told: (intent: 'owner_digest' | 'owner_alert', of = '') =>
      shop.shop.read
        .select()
        .from(outbox)
        .where(and(eq(outbox.intent, intent), like(outbox.about, `%${of}%`)))
        .orderBy(outbox.createdAt, outbox.id),
    suggestions: async () => (await owner('GET', '/suggestions')).body,
  }
}
export type Owned = Awaited<ReturnType<typeof openOwned>>

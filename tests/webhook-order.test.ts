import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedback, oaMessages, oaUsers, outbox, webhookEvents } from '../drizzle/schema/index.ts'
import { signatureOf } from '../server/zalo/webhooks.ts'
import { openTestShop, type TestShop, wish } from './support/shop.ts'

const start = Date.parse('2026-01-05T12:00:00+07:00')
const between = (from: string, to: string) => ({ sender: { id: from }, recipient: { id: to } })

/** What Zalo may tell of two people and two messages, each at a moment of its own. */
const happening = (messageIds: string[]) =>
  fc
    .record({ who: fc.constantFrom('71', '72'), minute: fc.nat(500), message: fc.constantFrom(...messageIds) })
    .chain(({ who, minute, message }) => {
      const at = start + minute * 60_000
      const by = { user_id_by_app: `3${who}` }
      const about = { msg_id: `z-${message}`, tracking_id: message }
      return fc.constantFrom<Record<string, unknown>>(
        { event_name: 'follow', at, oa_id: '1', follower: { id: who }, ...by },
        { event_name: 'unfollow', at, oa_id: '1', follower: { id: who } },
        { event_name: 'user_send_text', at, ...between(who, '1'), ...by, message: { text: `${at}`, msg_id: `t${at}` } },
        { event_name: 'user_click_chatnow', at, oa_id: '1', user_id: who },
        {
          event_name: 'user_received_message',
          at,
          zns: true,
          ...between('1', '84'),
          message: { ...about, delivery_time: `${at}` },
        },
        { event_name: 'user_seen_message', at, ...between('1', who), message: { msg_ids: [`z-${message}`] } },
        {
          ...{ event_name: 'user_feedback', at, oa_id: '1' },
          message: { ...about, rate: 1 + (minute % 5), note: '', feedbacks: ['Đúng giờ'], submit_time: `${at}` },
        },
      )
    })

test('whatever comes from Zalo, in any order and however often, ends as if it had come once in order', async () => {
  const shop = await openTestShop()
  const messageIds = await twoQuestions(shop)
  const sequence = fc
    .uniqueArray(happening(messageIds), { minLength: 1, maxLength: 9, selector: keyOf })
    .chain((events) =>
      fc.tuple(
        fc.constant(events.toSorted((a, b) => Number(a.at) - Number(b.at))),
        // Each at least once, some twice or three times, in any order.
        fc.shuffledSubarray([...events, ...events], { minLength: 0 }).chain((more) => {
          const all = [...events, ...more]
          return fc.shuffledSubarray(all, { minLength: all.length })
        }),
      ),
    )
  await fc.assert(
    fc.asyncProperty(sequence, async ([events, shuffled]) => {
      // A receipt makes the message known by Zalo's id, and comes first in real life; here it is known beforehand.
      const inOrder = await endOf(
        shop,
        events.toSorted((a, b) => Number(a.at) - Number(b.at)),
      )
      expect(await endOf(shop, shuffled)).toEqual(inOrder)
    }),
    { numRuns: 300 },
  )
})

/** A message is received, seen and rated once; everything else may happen again at another moment. */
function keyOf(event: Record<string, unknown>) {
  const { msg_id, msg_ids } = (event.message ?? {}) as { msg_id?: string; msg_ids?: string[] }
  return `${event.event_name} ${msg_id ?? msg_ids?.[0] ?? event.at}`
}

async function endOf({ app, shop, settled }: TestShop, events: Record<string, unknown>[]) {
  await shop.write(async (tx) => {
    for (const table of [webhookEvents, oaMessages, oaUsers, feedback]) await tx.delete(table)
    const unheard = { deliveredAt: null, seenAt: null, clickedAt: null, stars: null, state: 'sent' as const }
    await tx.update(outbox).set({ ...unheard, zaloMessageId: sql`'z-' || id` })
  })
  for (const { at, zns, ...event } of events) {
    const body = JSON.stringify({ app_id: shop.config.zalo.appId, timestamp: String(at), ...event })
    const headers = {
      'x-zevent-signature': signatureOf(Buffer.from(body), String(at), shop.config.zalo),
      'x-zevent-server': zns ? 'ZNS' : 'OA OpenAPI',
    }
    expect((await app.request('/webhooks/zalo', { method: 'POST', body, headers })).status).toBe(200)
  }
  await settled()
  return {
    users: await shop.read.select().from(oaUsers).orderBy(oaUsers.oaUserId),
    texts: await shop.read.select().from(oaMessages).orderBy(oaMessages.id),
    messages: await shop.read.select().from(outbox).orderBy(outbox.id),
    feedback: await shop.read.select().from(feedback).orderBy(feedback.id),
    strange: await shop.read.$count(webhookEvents, sql`state <> 'done'`),
  }
}

/** Two visits that are over, each with the question how it was; answers with the messages' ids. */
async function twoQuestions({ customer, staff, shop }: TestShop) {
  const [lan, clerk] = [await customer('lan'), await staff()]
  for (const time of ['10:00', '11:00']) {
    const asked = wish(time)
    await lan('POST', '/bookings', asked)
    await clerk('POST', `/bookings/${asked.id}/complete`, {})
  }
  await shop.write((tx) => tx.delete(outbox).where(sql`intent <> 'feedback_ask'`))
  return (await shop.read.select().from(outbox)).map(({ id }) => id)
}

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rebookLinks, waitlist } from '../drizzle/schema/index.ts'
import { tellDeclined, tellOffer } from '../server/booking/news.ts'
import { rebookIdIn } from '../server/booking/rebook-link.ts'
import { effectOfLink, effectOfTemplateButton } from '../server/zalo/stand-in/phone/press.ts'
import { newId } from '../shared/ids.ts'
import { lintLayout } from '../shared/layout-lint.ts'
import { suggestedLayouts } from '../shared/suggested-layouts.ts'
import { openMessages } from './support/messages.ts'
import type { TestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'
import { keepVisit } from './support/visits.ts'

const day = 24 * 60
const ofLan = { customerName: 'Lan', serviceName: 'Cắt tóc', shopName: 'Tiệm thử', zone: 'Asia/Ho_Chi_Minh' }

/** Lan agreed to offers, was here, and has not come back for as long as the owner waits. */
async function longAway() {
  const shop = await openMessages({ random: () => 0 })
  const lan = await shop.regular('lan')
  const visit = await keepVisit(shop, {
    customerId: lan.id,
    startsAt: '2026-01-05T09:00:00+07:00',
    status: 'completed',
  })
  await shop.setTrigger('rebook_due', { enabled: true, waitMinutes: 28 * day })
  shop.wait(28 * day + 120)
  return { ...shop, lan, visit }
}

/** What pressing the only button of the latest message opens in the Mini App. */
const opened = ({ zalo }: Pick<TestShop, 'zalo'>, key: string) =>
  effectOfTemplateButton(zalo.inboxOf(key).at(-1)!.template!.buttons[0]!, known.miniAppId)

test('the invitation to come again opens a signed link of this person and this visit, good for seven days', async () => {
  const shop = await longAway()
  await shop.rounds()
  const { open } = opened(shop, 'lan') as { open: string }
  const token = open.match(/^\/rebook\/(.+)$/)![1]!
  const id = rebookIdIn(shop.shop.vault.signed(token))!
  const [link] = await shop.shop.read.select().from(rebookLinks).where(eq(rebookLinks.id, id))
  expect(link).toMatchObject({ customerId: shop.lan.id, bookingId: shop.visit, usedFor: null })
  expect(link!.expiresAt.getTime() - shop.clock.at.getTime()).toBe(7 * day * 60_000)
  expect(shop.shop.vault.signed(token.replace(id, newId()))).toBeUndefined()
  expect(`https://zalo.me${open}`.length).toBeLessThan(200)
})

test('an invitation is made once, and its link with it', async () => {
  const shop = await longAway()
  for (let i = 0; i < 3; i++) await shop.rounds()
  expect(await shop.shop.read.$count(rebookLinks)).toBe(1)
})

test('sent as an ordinary message, its buttons lead to the same place', async () => {
  const shop = await openMessages()
  const minh = await shop.withPhone('minh')
  shop.zalo.follow('minh')
  await shop.settled()
  const id = await keepVisit(shop, { customerId: minh.id, startsAt: '2026-01-06T10:00:00+07:00' })
  await shop.setTrigger('reconfirm', { enabled: true })
  shop.zalo.setTemplateStatus('300013', 'DISABLE', 'Chất lượng thấp')
  await shop.settled()
  shop.wait(120)
  shop.zalo.write('minh', 'Chào tiệm')
  await shop.settled()
  await shop.rounds()
  const links = shop.zalo
    .inboxOf('minh')
    .at(-1)!
    .text.match(/https:\S+/g)!
  expect(links.map((link) => effectOfLink(link, known.miniAppId))).toEqual([
    { open: `/bookings/${id}/keep` },
    { open: `/bookings/${id}/move` },
  ])
})

test('a freed time is told with until when it is kept, opens the offer, and a later one is news again', async () => {
  const shop = await openMessages()
  const lan = await shop.withPhone('lan')
  const waitId = newId()
  const startsAt = new Date('2026-01-05T10:00:00+07:00')
  const offer = () => {
    const until = new Date(shop.clock.at.getTime() + 15 * 60_000)
    return shop.shop.write((tx) =>
      tellOffer(tx, { ...ofLan, customerId: lan.id, waitId, startsAt, until }, shop.clock.at),
    )
  }
  const turn = (state: 'offered' | 'left') =>
    shop.shop.write((tx) => tx.update(waitlist).set({ state }).where(eq(waitlist.id, waitId)))
  await shop.shop.write((tx) =>
    tx.insert(waitlist).values({
      ...{ id: waitId, customerId: lan.id, wanted: { parts: [], people: 1 }, serviceName: 'Cắt tóc' },
      offerEndsAt: new Date('2026-01-05T12:00:00+07:00'),
      ...{ day: '2026-01-05', fromMinute: 540, toMinute: 720, state: 'offered', createdAt: shop.clock.at },
    }),
  )
  await offer()
  await shop.rounds()
  expect(opened(shop, 'lan')).toEqual({ open: `/waitlist/${waitId}` })
  expect(shop.zalo.inboxOf('lan').at(-1)!.template!.paragraph).toContain('08:15 05/01/2026')
  shop.wait(20)
  await offer()
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toHaveLength(2)
  shop.wait(20)
  await offer()
  await turn('left')
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toHaveLength(2)
})

test('an offer that could not leave in time does not leave', async () => {
  const shop = await openMessages()
  const lan = await shop.withPhone('lan')
  const [startsAt, until] = [new Date('2026-01-05T10:00:00+07:00'), new Date('2026-01-05T08:15:00+07:00')]
  const offer = { ...ofLan, customerId: lan.id, waitId: newId(), startsAt, until }
  await shop.shop.write((tx) => tellOffer(tx, offer, shop.clock.at))
  shop.wait(16)
  await shop.rounds()
  expect(await shop.messages()).toMatchObject([{ intent: 'waitlist_offer', state: 'expired' }])
})

test('a request that the shop declines is told to the customer', async () => {
  const shop = await openMessages()
  const lan = await shop.withPhone('lan')
  const told = {
    ...ofLan,
    id: newId(),
    customerId: lan.id,
    staffName: 'Thảo',
    startsAt: new Date('2026-01-06T03:00:00Z'),
  }
  await shop.shop.write((tx) => tellDeclined(tx, told, shop.clock.at))
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toMatchObject([{ text: 'Lịch này chưa giữ được' }])
})

test('a button that opens what the message does not know is refused', () => {
  const layout = { ...suggestedLayouts.booking_made, buttons: [{ title: 'Xem lịch', content: '<link>' }] }
  expect(lintLayout('booking_made', layout)).toEqual([{ where: 'buttons.0.content', rule: 'unknown_field' }])
})

import type { outbox } from '../../drizzle/schema/index.ts'
import { classOf, intentFacts, type Route } from '../../shared/notifications.ts'
import { oaWindow } from '../zalo/oa-quota.ts'
import type { Rules } from './allowed.ts'
import type { KnownTemplate } from './known-templates.ts'

/** What of a message decides whether and how it goes. */
export type Message = Pick<
  typeof outbox.$inferSelect,
  | ('id' | 'key' | 'customerId' | 'about' | 'intent' | 'params' | 'state')
  | ('uselessAt' | 'attempts' | 'unknownTimes' | 'problem' | 'barred')
>
export type Person = { phone: string | null; oaUserId: string | null; lastActionAt: Date | null }
export type Way = { route: Route; costVnd: number }

/** Older templates, and those that carry codes to enter, go to phone numbers only (-249). */
const uidSince = new Date('2025-12-10T00:00:00+07:00')

/**
 * The ways a message can go, best first: by the person's id where the template allows it and it is no dearer, by phone,
 * or as an ordinary message while the window is open (N-7). Marketing takes the first way and no other.
 */
export function waysFor(message: Message, template: KnownTemplate | undefined, person: Person, rules: Rules): Way[] {
  const { phone, oaUserId, lastActionAt } = person
  const window = oaUserId ? oaWindow(lastActionAt ?? undefined, rules.now) : 'closed'
  const ways: Way[] = []
  if (template) {
    const byPhone = template.priceByPhoneVnd ?? template.priceVnd ?? 0
    const byUser = template.priceByUserVnd
    const isYoung = !template.createdAt || template.createdAt >= uidSince
    const canUid = rules.preferUid && oaUserId && isYoung && byUser !== undefined && template.tag !== 'OTP'
    if (canUid && (byUser <= byPhone || !phone)) ways.push({ route: 'uid', costVnd: byUser })
    if (phone) ways.push({ route: 'phone', costVnd: byPhone })
  }
  const isMarketing = classOf(message.intent) === 'marketing'
  if (window !== 'closed' && !isMarketing)
    ways.push({ route: 'oa', costVnd: window === 'free' ? 0 : rules.oaMessageVnd })
  const isOfShop = message.intent !== 'reply' && intentFacts[message.intent].event === 'shop_told'
  // The shop's own people read whole sentences, and it is free.
  if (isOfShop && window === 'free') ways.sort((a, b) => Number(b.route === 'oa') - Number(a.route === 'oa'))
  const open = ways.filter(({ route }) => !message.barred.includes(route))
  return isMarketing ? (message.barred.length > 0 ? [] : open.slice(0, 1)) : open
}

/** The host that a way leads to. */
export const channelOf = (route: Route) => (route === 'phone' ? ('business' as const) : ('openapi' as const))

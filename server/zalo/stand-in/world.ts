import { createMint } from './mint.ts'
import type { Order, Telling } from './orders.ts'
import { createPeople, type Person } from './people.ts'
import type { Refund } from './refunds.ts'
import { complete, type Surroundings } from './surroundings.ts'
import type { Filled } from './template.ts'
import { createTemplates } from './templates.ts'
import { createTrouble } from './trouble.ts'
import { createWebhooks } from './webhooks.ts'

/** One entry of the chat between a person and the shop's Official Account. */
export interface Message {
  id: string
  personKey: string
  /** `notification` comes from Zalo's own account for Mini Apps. */
  kind: 'template' | 'oa_text' | 'own_text' | 'notification'
  at: Date
  deliveredAt: Date | undefined
  text: string
  template: Filled | undefined
  attachment?: Attachment
  /** Of template messages. */
  templateId?: string
  trackingId?: string
  seenAt?: Date
  rating?: Rating
}

export interface Attachment {
  imageUrl?: string
  elements: { title: string; subtitle: string; imageUrl?: string; url?: string }[]
  buttons: { title: string; type: string; payload: string }[]
}

export interface Rating {
  stars: number
  note: string
  choices: string[]
  at: Date
}

/** Everything the stand-in knows; all of it in memory. */
export function createWorld(given: Surroundings) {
  const surroundings = complete(given)
  const { settings, now } = surroundings
  const people = createPeople()
  const messages: Message[] = []
  const quota = { daily: 500, used: 0, day: '' }
  const switches = {
    /** Sources disagree on whether template messages are still refused from 22:00 to 06:00 (-133). */
    nightRule: true,
    /** Zalo's identity host answers -501 to servers outside Vietnam. */
    outsideVietnam: false,
    /** Whether phone numbers of nobody here have Zalo: a demo shop's customers get their messages unseen. */
    strangersHaveZalo: false,
    /** The receipts of template messages; early ones are answered before the message's own call is. */
    receipts: 'once' as Receipts,
    receiptDelayMs: 0,
    /** Nothing reaches the shop's server; Zalo tries again as it does. */
    webhooksDown: false,
    tokenLifeSeconds: 90_000,
    /** The Zalo App demands appsecret_proof: -1241 and -242 without. */
    messageProof: false,
    /** The Open API of the Mini App knows the server's address; -113 if not. */
    knowsServerIp: true,
    /** What becomes of refunds: 1 at once, 2 under way, -1 refused. */
    refunds: 1 as 1 | 2 | -1,
    /** How Checkout tells of what people pay on its sheet. */
    payments: 'once' as Telling,
    latencyMs: 0,
    /** The one address to come back to from the consent page, as saved in Zalo's console; empty: any of ours. */
    callbackUrl: '',
    quota,
  }
  return {
    ...surroundings,
    people,
    templates: createTemplates(settings.miniAppId),
    messages,
    mint: createMint(settings.appSecret, now),
    trouble: createTrouble(),
    switches,
    webhooks: createWebhooks(surroundings, switches),
    /** Of template messages, per day in Vietnam. */
    quota,
    phoneCodes: new Map<string, { personKey: string; expires: number }>(),
    consentCodes: new Map<string, { challenge: string; expires: number }>(),
    /** Pictures the shop uploaded; Zalo forgets them after a week. */
    images: new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string; expires: number }>(),
    /** What people pressed in template messages. */
    presses: [] as { message: Message; data: string; at: Date }[],
    /** Pairs are numbered; a refresh token works if it is newer than the last one used. */
    tokens: { lastRefreshUsed: -1, latest: 0, revokedUpTo: -1 },
    orders: new Map<string, Order>(),
    refunds: [] as Refund[],
    /** How many notifications of the Mini App went out on a day. */
    notified: { day: '', userIds: [] as string[] },
    personBy: <K extends keyof Person>(field: K, value: Person[K] | undefined) =>
      people.find((person) => value !== undefined && person[field] === value),
  }
}

export const receiptKinds = ['once', 'twice', 'early', 'never'] as const
type Receipts = (typeof receiptKinds)[number]

export type World = ReturnType<typeof createWorld>

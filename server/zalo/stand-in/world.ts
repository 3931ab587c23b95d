import { randomBytes } from 'node:crypto'
import type { ZaloSettings } from '../settings.ts'
import { createMint } from './mint.ts'
import { createPeople, type Person } from './people.ts'
import { createTemplates, type fill } from './templates.ts'
import { createTrouble } from './trouble.ts'
import { createWebhooks } from './webhooks.ts'

export interface Surroundings {
  settings: ZaloSettings
  now: () => Date
  /** Where the events of the Official Account are posted. */
  webhookUrl: string
  fetch: typeof fetch
  /** Hexadecimal digits for ids of messages; a fixed sequence makes a run repeatable. */
  random?: () => string
  shopName?: string
}

/** One entry of the chat between a person and the shop's Official Account. */
export interface Message {
  id: string
  personKey: string
  kind: 'template' | 'oa_text' | 'own_text'
  at: Date
  deliveredAt: Date | undefined
  text: string
  template: ReturnType<typeof fill> | undefined
}

/** Everything the stand-in knows; all of it in memory. */
export function createWorld({ settings, now, webhookUrl, fetch, random, shopName = 'Tiệm tóc Mây' }: Surroundings) {
  const people = createPeople()
  const messages: Message[] = []
  return {
    settings,
    shopName,
    now,
    newId: random ?? (() => randomBytes(10).toString('hex')),
    people,
    templates: createTemplates(settings.miniAppId),
    messages,
    mint: createMint(settings.appSecret, now),
    trouble: createTrouble(),
    webhooks: createWebhooks({ settings, now, webhookUrl, fetch }),
    /** Of template messages, per day in Vietnam. */
    quota: { daily: 500, used: 0, day: '' },
    phoneCodes: new Map<string, { personKey: string; expires: number }>(),
    tokens: { lastRefreshUsed: -1, latest: 0, revokedUpTo: -1, lifeSeconds: 90_000 },
    switches: {
      /** Sources disagree on whether template messages are still refused from 22:00 to 06:00 (-133). */
      nightRule: true,
      /** Zalo's identity host answers -501 to servers outside Vietnam. */
      outsideVietnam: false,
      /** Whether phone numbers of nobody here have Zalo: a demo shop's customers get their messages unseen. */
      strangersHaveZalo: false,
      /** How often the receipt of a template message is posted. */
      receipts: 'once' as 'once' | 'twice' | 'never',
    },
    personBy: <K extends keyof Person>(field: K, value: Person[K] | undefined) =>
      people.find((person) => value !== undefined && person[field] === value),
  }
}

export type World = ReturnType<typeof createWorld>

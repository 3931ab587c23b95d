import type { TokenStore, Tokens } from '../../server/zalo/oauth.ts'
import { standInUrls, type ZaloSettings } from '../../server/zalo/settings.ts'
import { createStandIn } from '../../server/zalo/stand-in/stand-in.ts'
import { verifyOaWebhook, type ZaloEvent } from '../../server/zalo/webhooks.ts'
import { createZalo } from '../../server/zalo/zalo.ts'

export const zaloSettings: ZaloSettings = {
  appId: '1234567890123456789',
  appSecret: 'the-app-secret',
  oaId: '2222222222222222222',
  oaSecret: 'the-webhook-key',
  miniAppId: '3333333333333333333',
  apiKey: 'the-open-api-key',
  checkoutKey: 'the-checkout-key',
  codeVerifier: '',
  urls: standInUrls('http://zalo.test'),
  timeoutMs: 5000,
  phoneProofHeader: false,
  messageProofHeader: false,
}

/** The real client, talking to a stand-in in this process; `events` is what its webhooks told us. */
export function openZalo(more: { settings?: Partial<ZaloSettings>; now?: string } = {}) {
  const settings = { ...zaloSettings, ...more.settings }
  const clock = { now: new Date(more.now ?? '2026-01-05T08:00:00+07:00') }
  const events: (ZaloEvent | undefined)[] = []
  const exchanges: string[] = []

  const standIn = createStandIn({
    settings: zaloSettings,
    now: () => clock.now,
    webhookUrl: 'http://shop.test/webhooks/zalo',
    fetch: async (_, init) => {
      const rawBody = new Uint8Array(init?.body as Uint8Array<ArrayBuffer>)
      events.push(verifyOaWebhook(rawBody, new Headers(init?.headers), settings))
      return new Response('')
    },
  })
  const fetch: typeof globalThis.fetch = (url, init) => {
    if (String(url).includes('/oauth/')) exchanges.push(String(url))
    return standIn.fetch(url, init)
  }
  const store = createStore(standIn.firstTokens())
  const zalo = createZalo({ fetch, settings: async () => settings, tokens: store, now: () => clock.now })
  const pass = (hours: number) => {
    clock.now = new Date(clock.now.getTime() + hours * 3_600_000)
  }
  return { zalo, standIn, store, events, exchanges, pass }
}

/** A pair of tokens in memory, with the claims of the real store. */
export function createStore(first: Tokens | undefined) {
  const store = {
    current: first,
    claimed: undefined as string | undefined,
    load: async () => store.current,
    claim: async (refreshToken: string) => {
      if (store.claimed || store.current?.refreshToken !== refreshToken) return undefined
      store.claimed = refreshToken
      return store.claimed
    },
    save: async (next: Tokens, claim: string) => {
      if (store.claimed !== claim) throw new Error('the claim is gone')
      store.current = next
      store.claimed = undefined
    },
    release: async (_claim: string, lostBecause?: string) => {
      store.claimed = undefined
      if (store.current && lostBecause) store.current = { ...store.current, lostBecause }
    },
  }
  return store satisfies TokenStore
}

/** What fills the template of a booking. */
export const visit = {
  customer_name: 'Nguyễn Thị Lan',
  booking_code: 'A1B2C3',
  service: 'Cắt tóc nữ',
  staff: 'Thảo',
  time: '10:30 06/01/2026',
  shop: 'Tiệm tóc Mây',
}

/** A message that every check of the stand-in lets through. */
export function bookingMade(phone: string, changes: Record<string, string> = {}) {
  const data = { ...visit, ...changes }
  return { phone, templateId: '300001', data, trackingId: 'A1B2C3-made' }
}

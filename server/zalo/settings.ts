import type { TokenStore } from './oauth.ts'

/** How this shop is known at Zalo. The app secret belongs to the Zalo App, not to the Mini App. */
export interface ZaloSettings {
  appId: string
  appSecret: string
  oaId: string
  /** The key of the console's Webhook page, which some guides confuse with the app secret. */
  oaSecret: string
  miniAppId: string
  /** Of the Mini App's Open APIs: sends notifications, signs the Mini App's webhooks. Empty: not set up. */
  apiKey: string
  /** The private key of Checkout SDK. Empty: not set up. */
  checkoutKey: string
  /** The fixed PKCE verifier whose challenge is saved in Zalo's console. Empty: without PKCE. */
  codeVerifier: string
  urls: Record<Host, string>
  timeoutMs: number
  /** Some guides ask for appsecret_proof with phone codes too; most running code does without. */
  phoneProofHeader: boolean
  /** Needed once the Zalo App demands appsecret_proof on messages; Zalo then answers -1241 or -242 without it. */
  messageProofHeader: boolean
  /** Whether chats show lists and buttons, which sources disagree on; false writes them as lines of text. Default true. */
  listMessages?: boolean
}

/** The hosts of Zalo that this server calls. */
export type Host = 'oauth' | 'openapi' | 'business' | 'graph' | 'miniApp' | 'payment'

/** What the client needs of the world. Settings are asked for at each call, since the owner may change them. */
export interface Outside {
  fetch: typeof fetch
  settings: () => Promise<ZaloSettings>
  tokens: TokenStore
  now: () => Date
  /** How to wait for another process; real time unless a test has its own. */
  pause?: (ms: number) => Promise<unknown>
}

/** Zalo's real addresses. */
export const zaloUrls: ZaloSettings['urls'] = {
  oauth: 'https://oauth.zaloapp.com',
  openapi: 'https://openapi.zalo.me',
  business: 'https://business.openapi.zalo.me',
  graph: 'https://graph.zalo.me',
  miniApp: 'https://openapi.mini.zalo.me',
  payment: 'https://payment-mini.zalo.me',
}

/** The addresses of a stand-in mounted at `base`. */
export const standInUrls = (base: string): ZaloSettings['urls'] => ({
  oauth: `${base}/oauth`,
  openapi: `${base}/openapi`,
  business: `${base}/business`,
  graph: `${base}/graph`,
  miniApp: `${base}/mini-app`,
  payment: `${base}/payment`,
})

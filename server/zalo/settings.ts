import type { TokenStore } from './oauth.ts'

/** How this shop is known at Zalo. The app secret belongs to the Zalo App, not to the Mini App. */
export interface ZaloSettings {
  appId: string
  appSecret: string
  oaId: string
  /** The key of the console's Webhook page, which some guides confuse with the app secret. */
  oaSecret: string
  miniAppId: string
  urls: { oauth: string; openapi: string; business: string; graph: string }
  timeoutMs: number
  /** Some guides ask for appsecret_proof with phone codes too; most running code does without. */
  phoneProofHeader: boolean
  /** Needed once the Zalo App demands appsecret_proof on messages; Zalo then answers -1241 or -242 without it. */
  messageProofHeader: boolean
}

/** What the client needs of the world. */
export interface Outside {
  fetch: typeof fetch
  tokens: TokenStore
  now: () => Date
}

/** Zalo's real addresses. */
export const zaloUrls: ZaloSettings['urls'] = {
  oauth: 'https://oauth.zaloapp.com',
  openapi: 'https://openapi.zalo.me',
  business: 'https://business.openapi.zalo.me',
  graph: 'https://graph.zalo.me',
}

import type { ZaloSettings } from '../settings.ts'

/** What the stand-in is given: all it knows of time, chance and the network. */
export interface Surroundings {
  settings: ZaloSettings
  now: () => Date
  /** Where the events of the Official Account are posted. */
  webhookUrl: string
  /** Where the events of the Mini App are posted; unless given, /webhooks/mini-app beside the other. */
  miniAppWebhookUrl?: string
  /** Where Checkout tells of payments; unless given, nowhere. Of orders to be paid in cash or by bank it tells below it. */
  checkoutCallbackUrl?: string
  fetch: typeof fetch
  /** Runs a task after so many milliseconds. A task of 0 ms must come soon and by itself: `settled` waits for it. */
  later?: (ms: number, task: () => Promise<void> | void) => void
  /** At least 0 and below 1; what ids are made of. A fixed sequence makes a run repeatable. */
  random?: () => number
  newId?: () => string
  /** Moves the shop's clock, and does what is due by then. */
  travel?: (minutes: number) => Promise<void>
  /** Where Zalo would keep silent, the in-process `fetch` gives up at once instead of when its signal says so. */
  impatient?: boolean
  shopName?: string
}

/** The surroundings with what a real server uses where nothing else is given. */
export function complete(given: Surroundings) {
  const { random = Math.random } = given
  return {
    ...given,
    shopName: given.shopName ?? 'Tiệm tóc Mây',
    miniAppWebhookUrl: given.miniAppWebhookUrl ?? new URL('/webhooks/mini-app', given.webhookUrl).href,
    checkoutNotifyUrl: given.checkoutCallbackUrl && `${given.checkoutCallbackUrl}/notify`,
    later: given.later ?? ((ms: number, task: () => Promise<void> | void) => void setTimeout(task, ms).unref()),
    newId: given.newId ?? (() => hexOf(random)),
  }
}

/** Twenty hexadecimal digits. */
const hexOf = (random: () => number) =>
  [1, 2, 3, 4]
    .map(() =>
      Math.floor(random() * 16 ** 5)
        .toString(16)
        .padStart(5, '0'),
    )
    .join('')

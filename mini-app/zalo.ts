import { insideZalo } from './host.ts'

/**
 * What came of asking Zalo: a value, the person's no, no answer in time, or a Zalo that cannot (also: no Zalo at all).
 * The SDK waits for ever when its host is silent, and answers an empty text where it only pretends; neither leaves here.
 */
export type ZaloAnswer<T> = { state: 'granted'; value: T } | { state: 'refused' | 'silent' | 'unsupported' }

type Sdk = typeof import('./zalo-sdk.ts')

const refusals = [-201, -202, -1401, -1403, -2002, -2003]
const unsupported = [-1404, -2000]

/** A call that shows nothing, and one that waits for somebody to read and decide. */
const quietMs = 8_000
const dialogMs = 90_000

async function ask<T>(waitMs: number, call: (sdk: Sdk) => Promise<T>): Promise<ZaloAnswer<T>> {
  if (!insideZalo) return { state: 'unsupported' }
  let clock = 0
  const silence = new Promise<{ state: 'silent' }>((resolve) => {
    clock = window.setTimeout(() => resolve({ state: 'silent' }), waitMs)
  })
  try {
    return await Promise.race([silence, import('./zalo-sdk.ts').then(call).then(granted)])
  } catch (fault) {
    const code = Number((fault as { code?: unknown } | undefined)?.code)
    return { state: refusals.includes(code) ? 'refused' : unsupported.includes(code) ? 'unsupported' : 'silent' }
  } finally {
    clearTimeout(clock)
  }
}

const granted = <T>(value: T): ZaloAnswer<T> => (value === '' ? { state: 'unsupported' } : { state: 'granted', value })

export const accessToken = () => ask(quietMs, (sdk) => sdk.getAccessToken())

/** Who holds the phone; asks nothing. */
export const userId = () => ask(quietMs, (sdk) => sdk.getUserID())

/** A code for the number, which only the server can turn into it. Zalo shows its consent dialog. */
export const phoneCode = () => ask(dialogMs, async (sdk) => (await sdk.getPhoneNumber()).token ?? '')

/** What the person calls themselves in Zalo, for which Zalo asks them. */
export const personName = () =>
  ask(dialogMs, async (sdk) => (await sdk.getUserInfo({ autoRequestPermission: true })).userInfo.name)

export const followOa = (id: string) => ask(dialogMs, (sdk) => sdk.followOA({ id }))

export const chatWithOa = (id: string) => ask(quietMs, (sdk) => sdk.openChat({ type: 'oa', id }))

export const call = (phoneNumber: string) => ask(quietMs, (sdk) => sdk.openPhone({ phoneNumber }))

/**
 * An address outside the app: by the phone's own browser, which knows maps and calendars, or in a window over the app
 * where this Zalo cannot do that.
 */
export async function openOutside(url: string) {
  const answer = await ask(quietMs, (sdk) => sdk.openOutApp({ url }))
  return answer.state === 'granted' ? answer : ask(quietMs, (sdk) => sdk.openWebview({ url }))
}

/**
 * Opens Zalo's payment sheet with what the server signed, and answers with Zalo's own order, which only says that there is a
 * sheet: whether it was paid, the server alone is told. An empty order is Zalo pretending.
 */
export const openCheckout = (signed: SignedOrder) =>
  ask(dialogMs, async (sdk) => (await sdk.createOrder(signed)).orderId ?? '')

type SignedOrder = { amount: number; desc: string; item: object[]; extradata: string; mac: string }

/** A picture into the phone's own photos. */
export const savePicture = (imageBase64Data: string) =>
  ask(dialogMs, (sdk) => sdk.saveImageToGallery({ imageBase64Data }))

/** Zalo's own sheet to send a link to friends; which of them, the app does not learn. */
export const shareLink = (link: string) =>
  ask(dialogMs, (sdk) => sdk.openShareSheet({ type: 'link', data: { link, chatOnly: false } }))

/** Tells when Zalo opens a link into the app while it is open already. */
export async function onOpenAt(open: (path: string) => void) {
  const { events, EventName } = await import('./zalo-sdk.ts')
  events.on(EventName.OpenApp, (at: { path?: string }) => at?.path && open(at.path))
}

import { checkoutMac, miniAppSignature, oaSignature } from './signatures.ts'
import type { complete } from './surroundings.ts'

type Server = 'OA OpenAPI' | 'ZNS'
type Event = { event_name: string; [field: string]: unknown }
type Delivery = { url: string; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> }

const minuteMs = 60_000
/** How long Zalo waits before each further attempt, when it is not answered with 200. */
const ladderMs = [30_000, 5 * minuteMs, 15 * minuteMs, 30 * minuteMs, 60 * minuteMs]

/** Posts what happens to the shop's server, signed over the exact bytes, as Zalo does. */
export function createWebhooks(
  { settings, now, webhookUrl, miniAppWebhookUrl, fetch, later }: ReturnType<typeof complete>,
  switches: { webhooksDown: boolean },
) {
  const underWay = new Set<Promise<unknown>>()

  function track<T>(running: Promise<T>) {
    underWay.add(running)
    return running.finally(() => underWay.delete(running))
  }

  /** An attempt, and those that follow if it fails: the same bytes with the number of the repeat. */
  async function attempt(delivery: Delivery, retry = 0): Promise<void> {
    const headers = retry === 0 ? delivery.headers : { ...delivery.headers, num_retry: String(retry) }
    const isTaken = !switches.webhooksDown && (await track(post({ ...delivery, headers })))?.status === 200
    const pauseMs = ladderMs[retry]
    if (!isTaken && pauseMs !== undefined) later(pauseMs, () => attempt(delivery, retry + 1))
  }

  /** Undefined if the shop's server is down. */
  async function post({ url, headers, body }: Delivery) {
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
    await answer?.arrayBuffer().catch(() => undefined)
    return answer
  }

  function send(delivery: Delivery, afterMs = 0) {
    if (afterMs > 0) return later(afterMs, () => attempt(delivery))
    void track(new Promise<void>((resolve) => later(0, () => attempt(delivery).finally(resolve))))
  }

  function signed(server: Server, event: Event): Delivery {
    const timestamp = String(now().getTime())
    // Spaces and an order of keys that nobody would write: whoever serialises the body again loses the signature.
    const body = Buffer.from(JSON.stringify({ timestamp, ...event, app_id: settings.appId }, undefined, 1))
    const signature = oaSignature(settings.appId, body, timestamp, settings.oaSecret)
    return {
      url: webhookUrl,
      body,
      headers: { ...kind, 'x-zevent-server': server, 'x-zevent-signature': signature },
    }
  }

  return {
    /** An event of the Official Account or of template messages, so many times. */
    post: (server: Server, event: Event, { afterMs = 0, times = 1 } = {}) => {
      const delivery = signed(server, event)
      for (let n = 0; n < times; n++) send(delivery, afterMs)
    },
    /** The same, now; resolves when it has been answered. */
    postAtOnce: (server: Server, event: Event) => attempt(signed(server, event)),
    /** An event of the Mini App. How often Zalo repeats these is not known: as often as the others. */
    postOfMiniApp: (event: { event: string; [field: string]: unknown }) => {
      const body = Buffer.from(JSON.stringify(event))
      const signature = miniAppSignature(event, settings.apiKey)
      send({ url: miniAppWebhookUrl, body, headers: { ...kind, 'x-zevent-signature': signature } })
    },
    /** Checkout's word on an order, `mac` over the named fields; whether a refused one is repeated is not known. */
    postOfCheckout: (url: string, data: Record<string, unknown>, macOver: string[], overall: boolean) => {
      const macOf = (names: string[]) =>
        checkoutMac(
          names.map((name) => [name, data[name]]),
          settings.checkoutKey,
        )
      const overallMac = overall ? { overallMac: macOf(Object.keys(data).sort()) } : {}
      const body = Buffer.from(JSON.stringify({ data, mac: macOf(macOver), ...overallMac }))
      return track(post({ url, body, headers: kind }))
    },
    /** What Zalo's console posts, unsigned, when the address is saved; answers with the status it got. */
    probe: async () => (await track(post({ url: webhookUrl, body: Buffer.from('{}'), headers: kind })))?.status,
    /** Resolves when every event posted so far has been answered; those of a later hour are not waited for. */
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

const kind = { 'content-type': 'application/json', 'user-agent': 'ZaloWebhook' }

import { createStandIn } from '../../server/zalo/stand-in/stand-in.ts'
import type { Surroundings } from '../../server/zalo/stand-in/surroundings.ts'
import { visit, zaloSettings } from './zalo.ts'

type Posted = { url: string; headers: Headers; text: string; json: Record<string, unknown> }
// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came back
type Answered = any

/** A stand-in over the wire alone, with its time in hand; `posts` is what it told the shop. */
export function openStandIn(more: Partial<Surroundings> & { start?: string } = {}) {
  const clock = { now: new Date(more.start ?? '2026-01-05T08:00:00+07:00') }
  const tasks: { at: number; run: () => Promise<void> | void }[] = []
  const posts: Posted[] = []
  const shop = { status: 200 }
  const standIn = createStandIn({
    settings: zaloSettings,
    now: () => clock.now,
    webhookUrl: 'http://shop.test/webhooks/zalo',
    checkoutCallbackUrl: 'http://shop.test/webhooks/checkout',
    later: (ms, run) => {
      if (ms === 0) void Promise.resolve().then(run)
      else tasks.push({ at: clock.now.getTime() + ms, run })
    },
    fetch: async (url, init) => {
      const text = Buffer.from(init?.body as Uint8Array).toString()
      posts.push({ url: String(url), headers: new Headers(init?.headers), text, json: JSON.parse(text) })
      return new Response('', { status: shop.status })
    },
    ...more,
  })
  // A token that outlives the test, whatever it lets pass.
  standIn.switches.tokenLifeSeconds = 365 * 86_400
  const { accessToken } = standIn.firstTokens()
  standIn.switches.tokenLifeSeconds = 90_000

  /** Asks as the shop's server does: with its token, unless other headers are given. */
  async function ask(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = { access_token: accessToken },
  ) {
    const answer = await standIn.fetch(`http://zalo.test${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    return (await answer.json()) as Answered
  }

  /** Lets time pass, and what is due by then happen in its turn. */
  async function pass(seconds: number) {
    const end = clock.now.getTime() + seconds * 1000
    for (;;) {
      const [next] = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      tasks.splice(tasks.indexOf(next), 1)
      clock.now = new Date(next.at)
      await next.run()
    }
    clock.now = new Date(end)
  }

  return { standIn, accessToken, posts, shop, clock, ask, pass }
}

/** The body of a template message that every check lets through. */
export const confirmation = (changes: object = {}, data: object = {}) => ({
  phone: '84912345678',
  template_id: '300001',
  tracking_id: 'A1B2C3-made',
  template_data: { ...visit, ...data },
  ...changes,
})

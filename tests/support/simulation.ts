import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { eq, isNotNull } from 'drizzle-orm'
import { customers, oaUsers, outbox, webhookEvents, zaloTokens } from '../../drizzle/schema/index.ts'
import { createRandom } from '../../server/demo/random.ts'
import { createBreakers } from '../../server/notifications/breaker.ts'
import { deliver } from '../../server/notifications/deliver.ts'
import { takeInAll } from '../../server/notifications/take-in.ts'
import { webhookRoutes } from '../../server/notifications/webhook-routes.ts'
import { putTokens, standingOfTokens, tokenStore } from '../../server/official-account/tokens.ts'
import type { Shop } from '../../server/shop.ts'
import { createStandIn } from '../../server/zalo/stand-in/stand-in.ts'
import { createZalo } from '../../server/zalo/zalo.ts'
import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'
import { createVirtualTime } from './virtual-time.ts'

/** After this the world behaves; before it everything that can go wrong does. */
const faultsMs = 3 * hourMs
const messageCount = 8
export const terminal = ['sent', 'delivered', 'dead', 'expired', 'cancelled', 'dropped']

export type Run = { accepted: Map<string, number>; states: string[]; trace: string; hours: number; crashes: number }

/**
 * One life of the outbox: the real client and stand-in, three workers on one real database, a clock in hand, and faults
 * by the dice of a seed. `receipts` says whether Zalo's receipts surely come: only then is an unknown outcome ever known.
 */
export async function simulate(base: Shop, seed: number, receipts: 'sure' | 'lossy'): Promise<Run> {
  const dice = createRandom(seed)
  const roll = (share: number) => dice.next() < share
  const time = createVirtualTime(new Date('2026-03-02T09:00:00+07:00'))
  const isWild = () => time.elapsed() < faultsMs
  const lines: string[] = []
  const note = (line: string) => void lines.push(`${time.elapsed()} ${line}`)
  let crashes = 0

  const app = new Hono<{ Variables: { shop: Shop } }>()
    .use(async (c, next) => {
      c.set('shop', shopAround(base.write))
      await next()
    })
    .route('/webhooks', webhookRoutes)
  const standIn = createStandIn({
    settings: base.config.zalo,
    now: time.now,
    webhookUrl: 'http://shop/webhooks/zalo',
    random: dice.next,
    later: time.later,
    impatient: true,
    fetch: arriving(),
  })
  standIn.switches.tokenLifeSeconds = 600 + dice.below(3000)
  standIn.switches.strangersHaveZalo = true

  /** Zalo's webhooks on their way to the shop: late, doubled, out of order, refused once, and perhaps lost. */
  function arriving(): typeof fetch {
    const failed = new Set<string>()
    return async (url, init) => {
      const body = String(init?.body)
      if (isWild() && receipts === 'lossy' && roll(0.3)) return new Response('')
      if (isWild() && !failed.has(body) && roll(0.15)) {
        failed.add(body)
        return new Response('', { status: 503 })
      }
      const times = isWild() && roll(0.1) ? 1 + dice.below(5) : 1
      for (let i = 0; i < times; i++) {
        const delay = isWild() && roll(0.1) ? dice.below(120_000) : 0
        time.later(delay, async () => void (await app.request(String(url), init)))
      }
      return new Response('')
    }
  }

  function shopAround(write: Shop['write'], zalo = base.zalo): Shop {
    const soon = (work: () => Promise<unknown>) => void time.later(0, async () => void (await work()))
    return { ...base, now: time.now, random: dice.next, write, zalo, soon, breakers: createBreakers() }
  }

  /** A process that may die at any write or call, before or after it; whatever it was doing is never heard of again. */
  function worker() {
    let die = () => {}
    let isDead = false
    const death = new Promise<'dead'>((resolve) => {
      die = () => {
        isDead = true
        crashes++
        resolve('dead')
      }
    })
    const silence = new Promise<never>(() => {})
    async function mortal<Result>(act: () => Promise<Result>): Promise<Result> {
      if (isWild() && roll(0.01)) die()
      if (isDead) return silence
      const result = await time.busy(act)
      if (isWild() && roll(0.01)) die()
      return isDead ? silence : result
    }
    const write = ((work) => mortal(() => base.write(work))) as Shop['write']
    const call: typeof fetch = async (url, init) => {
      if (isWild()) order(String(url))
      return mortal(() => standIn.fetch(String(url).replace(/^.*\/stand-in/, ''), init))
    }
    const oaId = async () => base.config.zalo.oaId
    const tokens = tokenStore({ ...base, write }, { vault: base.vault, now: time.now, oaId })
    const zalo = createZalo({ fetch: call, now: time.now, tokens, settings: base.zaloSettings, pause: time.pause })
    const shop = shopAround(write, zalo)
    return { shop, death, run: () => Promise.race([deliver(shop), death]) }
  }

  /** Each call may meet what Zalo has in store (R7). */
  function order(url: string) {
    const channel = (['oauth', 'business', 'openapi'] as const).find((each) => url.includes(`/${each}/`))!
    const share = dice.next()
    if (share < 0.1) standIn.trouble.next(channel, '429')
    else if (share < 0.15) standIn.trouble.next(channel, '500')
    else if (share < 0.2) standIn.trouble.next(channel, 'timeout_before')
    else if (share < 0.25) standIn.trouble.next(channel, 'timeout')
    else if (share < 0.27) standIn.trouble.next(channel, 'html')
  }

  await begin(base, standIn.firstTokens(), dice, time.now(), receipts)
  let workers = [worker(), worker(), worker()]
  let jumps = 2
  const due = async () => {
    const rows = await base.read.select().from(outbox)
    const open = rows.filter(({ state }) => !terminal.includes(state))
    return { open, next: Math.min(...open.map(({ dueAt, leaseUntil }) => (leaseUntil ?? dueAt).getTime())) }
  }
  for (let state = await due(); state.open.length > 0 && time.elapsed() < faultsMs + dayMs; state = await due()) {
    const ended = await time.until(Promise.all(workers.map((each) => each.run())))
    workers = workers.map((each, i) => (ended[i] === 'dead' ? worker() : each))
    await mend()
    if (isWild() && jumps > 0 && roll(0.1)) {
      jumps--
      time.jump(roll(0.5) ? hourMs : -hourMs)
    }
    const { next } = await due()
    await time.advance(Math.min(Math.max(next - time.now().getTime(), 1000), 30 * minuteMs))
    await takeInAll(shopAround(base.write))
  }

  /** The owner gives consent again when told to. */
  async function mend() {
    const { oaId } = base.config.zalo
    if (!(await standingOfTokens(base.read, oaId))?.lostBecause) return
    note('connected again')
    const pair = await createZalo({ ...(await outsideOf(standIn)), settings: base.zaloSettings, now: time.now }).exchangeCode(standIn.consent())
    await base.write((tx) => putTokens(tx, base.vault, oaId, pair))
  }

  const accepted = new Map<string, number>()
  for (const { trackingId, text, at } of standIn.messages) {
    const id = trackingId ?? text
    accepted.set(id, (accepted.get(id) ?? 0) + 1)
    note(`accepted ${id} ${at.getTime()}`)
  }
  const rows = await base.read.select().from(outbox)
  for (const { id, state, attempts, route } of rows) note(`${id} ${state} ${attempts} ${route}`)
  const trace = createHash('sha256').update(lines.join('\n')).digest('hex')
  return { accepted, states: rows.map(({ state }) => state), trace, hours: time.elapsed() / hourMs, crashes }
}

const outsideOf = async (standIn: ReturnType<typeof createStandIn>) => ({
  fetch: ((url, init) => {
    standIn.trouble.clear()
    return standIn.fetch(String(url).replace(/^.*\/stand-in/, ''), init)
  }) as typeof fetch,
  tokens: undefined as never,
})

import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { customers, oaUsers, outbox, webhookEvents, zaloTokens } from '../../drizzle/schema/index.ts'
import { createRandom, type Random } from '../../server/demo/random.ts'
import { createBreakers } from '../../server/notifications/breaker.ts'
import { deliver } from '../../server/notifications/deliver.ts'
import { takeInAll } from '../../server/notifications/take-in.ts'
import { webhookRoutes } from '../../server/notifications/webhook-routes.ts'
import { putTokens, standingOfTokens, tokenStore } from '../../server/official-account/tokens.ts'
import type { Shop } from '../../server/shop.ts'
import type { Tokens } from '../../server/zalo/oauth.ts'
import { pairOf } from '../../server/zalo/stand-in/oauth.ts'
import { createPeople } from '../../server/zalo/stand-in/people.ts'
import { createStandIn } from '../../server/zalo/stand-in/stand-in.ts'
import { createZalo } from '../../server/zalo/zalo.ts'
import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'
import { createVirtualTime } from './virtual-time.ts'

/** After this the world behaves; before it everything that can go wrong does. */
const faultsMs = 3 * hourMs
const messageCount = 6
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
  const steadyWrite = ((work) => time.busy(() => base.write(work))) as Shop['write']

  const app = new Hono<{ Variables: { shop: Shop } }>()
    .use(async (c, next) => {
      c.set('shop', shopAround(steadyWrite))
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
    const soon = (_: string, work: () => Promise<unknown>) => void time.later(0, async () => void (await work()))
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

  /** Each call may meet what Zalo has in store. */
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
  /** When the next message is due, or may be taken from a worker that died; undefined once all have come to an end. */
  const nextDue = async () => {
    const open = sql`SELECT min(coalesce(lease_until, due_at)) FROM outbox WHERE state IN ('waiting', 'sending', 'unknown')`
    return (await base.read.values<[number | null]>(open))[0]![0] ?? undefined
  }
  let next = await nextDue()
  while (next !== undefined && time.elapsed() < faultsMs + dayMs) {
    const ended = await time.until(Promise.all(workers.map((each) => each.run())))
    workers = workers.map((each, i) => (ended[i] === 'dead' ? worker() : each))
    await mend()
    if (isWild() && jumps > 0 && roll(0.1)) {
      jumps--
      // Set ahead alone, our clock would call a receipt late that is on its way: then nothing is sure.
      await time.advance(0)
      time.jump(roll(0.5) ? hourMs : -hourMs, receipts === 'sure' ? 'all' : 'ours')
      await time.advance(0)
    }
    next = await nextDue()
    if (next !== undefined) await time.advance(Math.min(Math.max(next - time.now().getTime(), 1000), 30 * minuteMs))
    await takeInAll(shopAround(steadyWrite))
    next = await nextDue()
  }

  /** The owner gives consent again when told to. */
  async function mend() {
    const { oaId } = base.config.zalo
    if (!(await standingOfTokens(base.read, oaId))?.lostBecause) return
    note('connected again')
    const pair = pairOf(standIn.world, standIn.world.tokens.latest + 1)
    await steadyWrite((tx) => putTokens(tx, base.vault, oaId, pair))
  }

  const accepted = new Map<string, number>()
  for (const { template, at } of standIn.messages) {
    const code = template!.rows[0]!.value
    accepted.set(code, (accepted.get(code) ?? 0) + 1)
    note(`accepted ${code} ${at.getTime()}`)
  }
  const rows = await base.read.select().from(outbox).orderBy(outbox.id)
  for (const { about, state, attempts, route } of rows) note(`${about} ${state} ${attempts} ${route}`)
  const trace = createHash('sha256').update(lines.join('\n')).digest('hex')
  return { accepted, states: rows.map(({ state }) => state), trace, hours: time.elapsed() / hourMs, crashes }
}

/** Two people with a phone, two whom Zalo also knows by an id at the Official Account, and what they are to be told. */
async function begin(base: Shop, pair: Tokens, dice: Random, now: Date, receipts: 'sure' | 'lossy') {
  const people = createPeople().slice(0, 4)
  await base.write(async (tx) => {
    for (const table of [outbox, webhookEvents, oaUsers, zaloTokens, customers]) await tx.delete(table)
    await putTokens(tx, base.vault, base.config.zalo.oaId, pair)
    for (const { key, name, phone, appUserId, oaUserId } of people) {
      const row = { id: key, name, nameFolded: name, phone: `+${phone}`, zaloUserId: appUserId, createdAt: now }
      await tx.insert(customers).values(row)
      // Messages by this id carry no word of ours that a receipt could bring back.
      if (receipts === 'lossy' && dice.next() < 0.5)
        await tx.insert(oaUsers).values({ oaUserId, userIdByApp: appUserId })
    }
    for (let i = 0; i < messageCount; i++) {
      const dueAt = new Date(now.getTime() + dice.below(90) * minuteMs)
      const about = `B${i}`
      await tx.insert(outbox).values({
        ...{
          id: dice.id(),
          key: `booking_made:${about}`,
          customerId: people[i % 4]!.key,
          about,
          intent: 'booking_made',
        },
        params: { ...params, booking_code: about },
        ...{ dueAt, uselessAt: new Date(dueAt.getTime() + dayMs), createdAt: now },
      })
    }
  })
}

const params = {
  customer_name: 'Nguyễn Thị Lan',
  service: 'Cắt tóc nữ',
  staff: 'Thảo',
  time: '10:30 06/03/2026',
  shop: 'Tiệm tóc Mây',
}

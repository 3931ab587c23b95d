import { Hono } from 'hono'
import { z } from 'zod'
import type { Host } from '../settings.ts'
import { quotaOfToday } from './checks.ts'
import { tellings } from './orders.ts'
import { namedAilments } from './trouble.ts'
import { receiptKinds, type World } from './world.ts'

const hosts = ['oauth', 'business', 'openapi', 'graph', 'miniApp', 'payment'] as const satisfies Host[]

const Ailment = z.union([
  z
    .number()
    .int()
    .refine((code) => code !== 0),
  z.enum(namedAilments),
])
const Moods = z.partialRecord(z.enum(hosts), Ailment.nullable())
const Change = z.strictObject({
  channels: Moods.optional(),
  next: z.strictObject({ channel: z.enum(hosts), ailment: Ailment }).optional(),
  quotaOut: z.boolean().optional(),
  receipts: z.enum(receiptKinds).optional(),
  payments: z.enum(tellings).optional(),
  refunds: z.literal([1, 2, -1]).optional(),
  webhooksDown: z.boolean().optional(),
  nightRule: z.boolean().optional(),
  outsideVietnam: z.boolean().optional(),
  tokenLifeSeconds: z.number().int().min(1).max(90_000).optional(),
  latencyMs: z.number().int().min(0).max(60_000).optional(),
})
/** At most a year at once. */
const Journey = z.strictObject({ minutes: z.number().int().min(1).max(527_040) })

export type Mood = ReturnType<typeof moodOf>

/** How Zalo feels, for a person who wants to see what the shop makes of it; and a way to a later hour. */
export function moodRoutes(world: World) {
  return new Hono()
    .get('/mood', (c) => c.json(moodOf(world)))
    .put('/mood', async (c) => {
      const change = Change.safeParse(await c.req.json().catch(() => undefined)).data
      if (!change) return c.json({ error: 'not a mood' }, 400)
      const { channels = {}, next, quotaOut, ...switches } = change
      for (const host of hosts) if (host in channels) world.trouble.always(host, channels[host] ?? undefined)
      if (next) world.trouble.next(next.channel, next.ailment)
      const quota = quotaOfToday(world)
      if (quotaOut !== undefined && quotaOut !== isOut(world)) quota.used = quotaOut ? quota.daily : 0
      Object.assign(world.switches, switches)
      return c.json(moodOf(world))
    })
    .post('/time', async (c) => {
      if (!world.travel) return c.notFound()
      const journey = Journey.safeParse(await c.req.json().catch(() => undefined)).data
      if (!journey) return c.json({ error: 'not a number of minutes' }, 400)
      await world.travel(journey.minutes)
      return c.json({ now: world.now().toISOString() })
    })
}

const isOut = (world: World) => quotaOfToday(world).used >= world.quota.daily

function moodOf(world: World) {
  const { receipts, payments, refunds, webhooksDown, nightRule, outsideVietnam, tokenLifeSeconds, latencyMs } =
    world.switches
  return {
    channels: Object.fromEntries(hosts.map((host) => [host, world.trouble.moodOf(host) ?? null])) as Record<
      Host,
      z.infer<typeof Ailment> | null
    >,
    quotaOut: isOut(world),
    ...{ receipts, payments, refunds, webhooksDown, nightRule, outsideVietnam, tokenLifeSeconds, latencyMs },
  }
}

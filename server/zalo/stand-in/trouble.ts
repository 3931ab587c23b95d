import type { Context, MiddlewareHandler } from 'hono'
import type { Host } from '../settings.ts'
import type { World } from './world.ts'

export const namedAilments = ['500', '429', 'html', 'empty', 'huge', 'odd', 'timeout_before', 'timeout'] as const

/**
 * What may go wrong: an error number, an answer of no use, silence before the work was done (timeout_before), or the
 * work done and the answer lost (timeout).
 */
export type Ailment = number | (typeof namedAilments)[number]

/** Trouble ordered in advance: for the next calls of a host, for all of them, or for every message to a phone number. */
export function createTrouble() {
  const queues = new Map<Host, Ailment[]>()
  const lasting = new Map<Host, Ailment>()
  const phones = new Map<string, number>()
  return {
    next: (channel: Host, ...ailments: Ailment[]) => {
      queues.set(channel, [...(queues.get(channel) ?? []), ...ailments])
    },
    /** The mood of a host until another is set; undefined is a good one. */
    always: (channel: Host, ailment: Ailment | undefined) => {
      if (ailment === undefined) lasting.delete(channel)
      else lasting.set(channel, ailment)
    },
    moodOf: (channel: Host) => lasting.get(channel),
    /** Answers every template message to this number with an error, until it is taken back with 0. */
    forPhone: (phone: string, code: number) => {
      phones.set(phone, code)
    },
    ofPhone: (phone: string) => phones.get(phone) ?? 0,
    take: (channel: Host) => queues.get(channel)?.shift() ?? lasting.get(channel),
  }
}

/** What a call in this process is given along: how to learn that no answer will come. */
export type Caller = { Bindings: { onSilence?: () => void } }

/** Lets a host of Zalo suffer what was ordered for it, and be as slow as it is set to be. */
export function suffering({ trouble, switches, later }: World, channel: Host): MiddlewareHandler<Caller> {
  return async (c, next) => {
    const ailment = trouble.take(channel)
    if (ailment === undefined || ailment === 'timeout') await next()
    if (ailment === 'timeout' || ailment === 'timeout_before') return silence(c)
    if (switches.latencyMs > 0) await new Promise<void>((resolve) => later(switches.latencyMs, resolve))
    return ailment === undefined ? undefined : sickAnswer(c, ailment)
  }
}

function sickAnswer(c: Context, ailment: Exclude<Ailment, 'timeout' | 'timeout_before'>) {
  // The Mini App's hosts say err and msg where the others say error and message.
  if (typeof ailment === 'number') {
    return c.json({ error: ailment, err: ailment, message: 'Ordered trouble', msg: 'Ordered trouble' })
  }
  switch (ailment) {
    case '500':
      return c.json({ error: -100, message: 'Internal error' }, 500)
    case '429':
      return c.text('Too many requests', 429, { 'retry-after': '2' })
    case 'html':
      return c.html('<h1>Bad gateway</h1>')
    case 'empty':
      return c.body('')
    case 'huge':
      return c.json({ error: 0, message: 'Success', data: { msg_id: 'x'.repeat(300 * 1024) } })
    case 'odd':
      return c.json({ code: 1, result: [] })
  }
}

/** Holds the connection until the caller has had enough. */
async function silence(c: Context<Caller>) {
  const { signal } = c.req.raw
  if (c.env?.onSilence) c.env.onSilence()
  else if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  return c.body(null)
}

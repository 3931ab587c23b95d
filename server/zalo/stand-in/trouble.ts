import type { MiddlewareHandler } from 'hono'
import type { Channel } from '../errors.ts'

/** What may go wrong: the work is done but the answer lost (timeout), no answer of use, or an error number. */
export type Ailment = 'timeout' | '500' | 'html' | 'empty' | number

/** Trouble ordered in advance, for the next calls of a host or for every message to a phone number. */
export function createTrouble() {
  const queues = new Map<Channel, Ailment[]>()
  const phones = new Map<string, number>()
  return {
    next: (channel: Channel, ...ailments: Ailment[]) => {
      queues.set(channel, [...(queues.get(channel) ?? []), ...ailments])
    },
    /** Answers every template message to this number with an error, until it is taken back with 0. */
    forPhone: (phone: string, code: number) => {
      phones.set(phone, code)
    },
    ofPhone: (phone: string) => phones.get(phone) ?? 0,
    take: (channel: Channel) => queues.get(channel)?.shift(),
  }
}

export type Trouble = ReturnType<typeof createTrouble>

/** Lets a host of Zalo suffer what was ordered for it. */
export function suffering(trouble: Trouble, channel: Channel): MiddlewareHandler {
  return async (c, next) => {
    const ailment = trouble.take(channel)
    if (ailment === undefined) return next()
    if (typeof ailment === 'number') return c.json({ error: ailment, message: 'Ordered trouble' })
    if (ailment === '500') return c.json({ error: -100, message: 'Internal error' }, 500)
    if (ailment === 'html') return c.html('<h1>Bad gateway</h1>')
    if (ailment === 'empty') return c.body('')
    await next()
    const { signal } = c.req.raw
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  }
}

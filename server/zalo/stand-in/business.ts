import { type Context, Hono } from 'hono'
import { no, ok } from './answers.ts'
import { quotaOfToday } from './checks.ts'
import { isAuthorised } from './oauth.ts'
import { Sending, sendByPhone, type To } from './send-by-phone.ts'
import { hashOfPhone, proofOf } from './signatures.ts'
import { templateRoutes } from './template-routes.ts'
import { suffering } from './trouble.ts'
import type { World } from './world.ts'

/** Template messages by phone number, with Zalo's checks in front of them. */
export function businessRoutes(world: World) {
  const { settings, switches } = world

  async function send(c: Context, numberOf: (sending: Sending) => To | undefined) {
    const text = await c.req.text()
    if (text === '') return c.json(no(-121, 'Request body empty'))
    const sending = Sending.safeParse(jsonOf(text)).data
    if (!sending) return c.json(no(-122, 'Body format invalid'))
    const sent = await sendByPhone(world, sending, numberOf(sending))
    return c.json(typeof sent === 'number' ? no(sent) : ok(sent))
  }

  return new Hono()
    .use(suffering(world, 'business'))
    .use(async (c, next) => {
      const token = c.req.header('access_token')
      if (!token || !isAuthorised(world, token)) return c.json(no(-124, 'Access token invalid'))
      const isProven = () => c.req.header('appsecret_proof') === proofOf(token, settings.appSecret)
      return switches.messageProof && !isProven() ? c.json(no(-1241, 'Invalid appsecret_proof')) : next()
    })
    .post('/message/template', (c) =>
      send(c, ({ phone }) => {
        const number = phone.replace('+', '')
        return /^\+?84\d{9}$/.test(phone) ? { number, recipient: number } : undefined
      }),
    )
    .post('/message/template/hashphone', (c) =>
      send(c, ({ hash_phone }) => {
        const known = world.people.find(({ phone }) => hashOfPhone(phone) === hash_phone)
        return /^[0-9a-f]{64}$/.test(hash_phone)
          ? { number: known?.phone ?? hash_phone, recipient: hash_phone }
          : undefined
      }),
    )
    .get('/message/status', (c) => {
      const message = world.messages.find(({ id }) => id === c.req.query('message_id'))
      if (!message) return c.json(ok({ delivery_time: '', message: 'Message not found', status: -1 }))
      const { deliveredAt } = message
      const isDelivered = deliveredAt !== undefined && deliveredAt <= world.now()
      const delivery_time = isDelivered ? String(deliveredAt.getTime()) : ''
      return c.json(ok({ delivery_time, message: '', status: isDelivered ? 1 : 0 }))
    })
    .get('/message/quota', (c) => {
      const { daily, used } = quotaOfToday(world)
      const promotion = { dailyQuotaPromotion: null, remainingQuotaPromotion: null, monthlyPromotionQuota: null }
      return c.json(ok({ dailyQuota: daily, remainingQuota: Math.max(0, daily - used), ...promotion }))
    })
    .get('/message/template-tag', (c) => c.json(ok(['TRANSACTION', 'CUSTOMER_CARE', 'PROMOTION'])))
    .get('/quality', (c) => c.json(ok({ oaCurrentQuality: 'HIGH', oa7dayQuality: 'HIGH' })))
    .route('/', templateRoutes(world))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

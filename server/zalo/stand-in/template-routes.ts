import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { no, ok } from './answers.ts'
import type { Template } from './template.ts'
import type { World } from './world.ts'

const Listing = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  status: z.coerce.number().int().min(1).max(4).optional(),
})
/** `from_time` and `to_time` in milliseconds. */
const Reading = z.object({
  template_id: z.coerce.string(),
  from_time: z.coerce.number().default(0),
  to_time: z.coerce.number().default(Number.MAX_SAFE_INTEGER),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(100),
})
type Reading = z.infer<typeof Reading>

const statuses = ['', 'ENABLE', 'PENDING_REVIEW', 'REJECT', 'DISABLE']
const tags = { 1: 'TRANSACTION', 2: 'CUSTOMER_CARE', 3: 'PROMOTION' }

/** What Zalo tells of templates, and of what people answered to their messages. */
export function templateRoutes(world: World) {
  const templateOf = (id: string | undefined) => world.templates.find((template) => template.id === id)
  const notFound = no(-109, 'Template not found')
  const badParameter = no(-132, 'Parameter invalid')

  async function ratings(c: Context) {
    const asked = Reading.safeParse({ ...c.req.query(), ...(await c.req.json().catch(() => ({}))) }).data
    if (!asked) return c.json(badParameter)
    if (!templateOf(asked.template_id)) return c.json(notFound)
    return c.json(ok(ratingsOf(world, asked)))
  }

  return (
    new Hono()
      .get('/template/all', (c) => {
        const asked = Listing.safeParse(c.req.query()).data
        if (!asked) return c.json(badParameter)
        const { offset, limit, status } = asked
        const found = world.templates.filter((each) => status === undefined || each.status === statuses[status])
        const data = found.slice(offset, offset + limit).map(({ id, name, status, quality, createdAt }) => ({
          templateId: id,
          templateName: name,
          createdTime: createdAt.getTime(),
          status,
          templateQuality: quality,
        }))
        return c.json({ ...ok(data), metadata: { total: found.length } })
      })
      .get('/template/info/v2', (c) => {
        const template = templateOf(c.req.query('template_id'))
        return c.json(template ? ok(detailOf(template)) : notFound)
      })
      .get('/template/sample-data', (c) => {
        const template = templateOf(c.req.query('template_id'))
        if (!template) return c.json(notFound)
        return c.json(ok(Object.fromEntries(template.params.map(({ name, sample }) => [name, sample]))))
      })
      // Running code asks with GET, copies of the documents say POST.
      .get('/rating/get', ratings)
      .post('/rating/get', ratings)
      .post('/response/get', async (c) => {
        const asked = Reading.safeParse(await c.req.json().catch(() => undefined)).data
        return c.json(asked ? ok({ data: pressesOf(world, asked) }) : badParameter)
      })
  )
}

function detailOf({ id, name, status, reason, params, buttons, quality, tag, prices }: Template) {
  return {
    templateId: id,
    templateName: name,
    status,
    reason,
    listParams: params.map(({ sample, ...param }) => ({ ...param, require: true, minLength: 1, acceptNull: false })),
    listButtons: buttons,
    timeout: 7_200_000,
    previewUrl: '',
    templateQuality: quality,
    templateTag: tags[tag],
    price: String(prices.phoneVnd),
    price_sdt: String(prices.phoneVnd),
    price_uid: String(prices.uidVnd),
  }
}

function ratingsOf({ messages, settings }: World, { template_id, from_time, to_time, offset, limit }: Reading) {
  const found = messages.flatMap(({ id, templateId, trackingId, rating }) => {
    const at = rating?.at.getTime() ?? 0
    if (!rating || templateId !== template_id || at < from_time || at > to_time) return []
    const { stars: rate, note, choices: feedbacks } = rating
    const about = { msgId: id, oaId: settings.oaId, trackingId }
    return [{ rating_type: 'csat', option: 'five_emotions', rate, note, feedbacks, submitDate: String(at), ...about }]
  })
  return { total: found.length, data: found.slice(offset, offset + limit) }
}

function pressesOf({ presses, settings }: World, { template_id, from_time, to_time, limit }: Reading) {
  const found = presses.filter(
    ({ message, at }) => message.templateId === template_id && at.getTime() >= from_time && at.getTime() <= to_time,
  )
  return found.slice(0, limit).map(({ message, data, at }) => ({
    data,
    submitDate: String(at.getTime()),
    msgId: message.id,
    oaId: settings.oaId,
    trackingId: message.trackingId,
  }))
}

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Offset } from '../../shared/fields.ts'
import { newId } from '../../shared/ids.ts'
import { misfitOfValues } from '../../shared/message-templates.ts'
import { AnIntent, IntentTemplateChange, Trial } from '../../shared/messaging.ts'
import { BadInput } from '../../shared/refusals.ts'
import { dayMs } from '../../shared/time.ts'
import { normalisedPhone } from '../customers/phone.ts'
import type { Shop } from '../shop.ts'
import { audit } from '../staff/audit.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { orRefusal } from './asked-live.ts'
import { chooseTemplate, intentTemplatesOf } from './intent-templates.ts'
import { keepList, keepTemplate } from './known-templates.ts'

const TemplateId = z.object({ id: z.string().regex(/^\d{1,20}$/) })

/** Zalo's templates, and which of them says what. */
export const templateRoutes = new Hono<AsStaff>()
  .get(
    '/templates',
    describeRoute({ summary: 'The templates of the Official Account, asked of Zalo' }),
    may('owner', 'manager'),
    validated('query', z.object({ offset: Offset })),
    async (c) => {
      const { shop } = c.var
      const page = await orRefusal(() => shop.zalo.templates({ offset: c.req.valid('query').offset, limit: 100 }))
      await shop.write((tx) => keepList(tx, page.templates, shop.now()))
      return c.json(page)
    },
  )
  .get(
    '/templates/:id',
    describeRoute({ summary: 'A template with its parameters, prices, examples and latest ratings' }),
    may('owner', 'manager'),
    validated('param', TemplateId),
    async (c) => {
      const { shop } = c.var
      const { id } = c.req.valid('param')
      const detail = await learn(shop, id)
      const sample = await orRefusal(() => shop.zalo.templateSample(id))
      const to = shop.now()
      const span = { from: new Date(to.getTime() - 30 * dayMs), to }
      const rated = await shop.zalo.ratings({ templateId: id, ...span, offset: 0, limit: 20 }).catch(() => undefined)
      return c.json({ ...detail, sample, ratings: rated?.ratings ?? [] })
    },
  )
  .get(
    '/message-quota',
    describeRoute({ summary: 'Quota and quality, asked of Zalo' }),
    may('owner', 'manager'),
    async (c) => {
      const { zalo } = c.var.shop
      return c.json(await orRefusal(async () => ({ quota: await zalo.messageQuota(), quality: await zalo.quality() })))
    },
  )
  .get('/intents', describeRoute({ summary: 'Which template says what' }), may('owner', 'manager'), async (c) =>
    c.json(await intentTemplatesOf(c.var.shop.read)),
  )
  .put(
    '/intents/:intent',
    describeRoute({ summary: 'Choose a template for an intent; refused by Zalo’s rules before anything is sent' }),
    may('owner', 'manager'),
    validated('param', z.object({ intent: AnIntent })),
    validated('json', IntentTemplateChange),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      await learn(shop, wish.templateId)
      await shop.write((tx) => chooseTemplate(tx, staff, c.req.valid('param').intent, wish, shop.now()))
      return c.body(null, 204)
    },
  )
  .post(
    '/templates/trial',
    describeRoute({ summary: 'Send a template to one phone, with values given by hand' }),
    may('owner', 'manager'),
    validated('json', Trial),
    async (c) => {
      const { shop, staff } = c.var
      const { templateId, params, development, ...wish } = c.req.valid('json')
      const phone = normalisedPhone(wish.phone)
      if (!phone) throw new BadInput('phone', 'phone')
      const misfit = misfitOfValues((await learn(shop, templateId)).params, params)
      if (misfit) throw new BadInput(`params.${misfit.param}`, misfit.why)
      const trial = { phone: phone.replace('+', ''), templateId, data: params, trackingId: newId() }
      const mode = development ? ('development' as const) : undefined
      const sent = await orRefusal(() => shop.zalo.sendTemplate({ ...trial, mode }))
      await shop.write((tx) => audit(tx, staff, 'trial', templateId, { after: { development } }, shop.now()))
      return c.json({ messageId: sent.msgId })
    },
  )

/** What Zalo says of a template just now, kept for sending. */
async function learn(shop: Shop, id: string) {
  const detail = await orRefusal(() => shop.zalo.templateInfo(id))
  await shop.write((tx) => keepTemplate(tx, detail, shop.now()))
  return detail
}

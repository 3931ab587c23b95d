import { desc, inArray } from 'drizzle-orm'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { adjustments } from '../../drizzle/schema/index.ts'
import { CustomerChange, NewCustomer } from '../../shared/customers.ts'
import { Id, Offset } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import { noShowsOf } from '../booking/ask-deposit.ts'
import { visitsOf } from '../booking/bookings.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader } from '../database.ts'
import { feedbackList } from '../feedback/feedback.ts'
import { standingOf } from '../loyalty/ledger.ts'
import { entriesOf } from '../loyalty/points.ts'
import { thank } from '../loyalty/thanks.ts'
import { levelAt } from '../loyalty/tiers.ts'
import { messagesOf, oaMessagesOf } from '../notifications/messages.ts'
import { vouchersOf } from '../offers/vouchers.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { oaWindow } from '../zalo/oa-quota.ts'
import { addCustomer } from './add-customer.ts'
import { changeCustomer } from './change-customer.ts'
import { consentOf } from './consents.ts'
import { customerById, oaUserOf } from './customers.ts'
import { customerSorts, findCustomers } from './find-customers.ts'
import { groupsOf } from './groups.ts'
import { mergesInto, phoneOf, zaloUserOf } from './merged.ts'
import { recordsOf } from './people.ts'
import { tagsOf } from './tags.ts'

const ById = z.object({ id: Id })
const Sought = z.object({
  q: z.string().max(100).default(''),
  sort: z.enum(customerSorts).optional(),
  offset: Offset,
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export const customerAdminRoutes = new Hono<AsStaff>()
  .get(
    '/customers',
    describeRoute({ summary: 'Find customers by name without tone marks, or by digits of the phone' }),
    may(...anyone),
    validated('query', Sought),
    async (c) => c.json(await findCustomers(c.var.shop.read, c.req.valid('query'))),
  )
  .post(
    '/customers',
    describeRoute({ summary: 'Write a customer down' }),
    may(...anyone),
    validated('json', NewCustomer),
    async (c) => {
      const { shop, staff } = c.var
      const id = await shop.write((tx) => addCustomer(tx, staff, c.req.valid('json'), shop.now()))
      return c.json(await profileOf(shop.read, id, shop.now()), 201)
    },
  )
  .get(
    '/customers/:id',
    describeRoute({ summary: 'A customer with their whole history' }),
    may(...anyone),
    validated('param', ById),
    async (c) => {
      const { shop } = c.var
      return c.json(await profileOf(shop.read, c.req.valid('param').id, shop.now()))
    },
  )
  .put(
    '/customers/:id',
    describeRoute({ summary: 'Correct who somebody is' }),
    may(...anyone),
    validated('param', ById),
    validated('json', CustomerChange),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const wish = c.req.valid('json')
      await shop.write(async (tx) => {
        await changeCustomer(tx, staff, id, wish, shop.now())
        if (wish.birthday) await thank(tx, { customerId: id, for: 'birthday_told' }, shop.now())
      })
      return c.json(await profileOf(shop.read, id, shop.now()))
    },
  )

/** A merged record shows the person that it belongs to. */
async function profileOf(db: Reader, asked: string, now: Date) {
  const records = await recordsOf(db, asked)
  const [id = asked] = records
  const found = await customerById(db, id)
  if (!found) throw new Refusal('not_found')
  const { name, phone, phoneProvenAt, avatarUrl, zaloUserId, note, createdAt, birthDay, birthYear } = found
  const { riskDays, riskNoShows, zone } = await shopOf(db)
  const onZalo = zaloUserId ?? (await zaloUserOf(db, id))
  const oaUser = onZalo ? await oaUserOf(db, onZalo) : undefined
  const known = {
    name,
    phone,
    mergedPhone: await phoneOf(db, id),
    avatarUrl,
    followsOa: oaUser?.follows ?? false,
    note,
    createdAt,
  }
  return {
    customer: {
      id,
      ...known,
      birthday: birthDay === null ? null : { day: birthDay, year: birthYear },
      phoneProven: phoneProvenAt !== null,
      onZalo: onZalo !== null,
      points: (await standingOf(db, id, now)).balance,
    },
    visits: await visitsOf(db, id),
    noShows: { count: await noShowsOf(db, id, riskDays, now), days: riskDays, most: riskNoShows },
    entries: await entriesOf(db, id),
    feedback: (await feedbackList(db, { customerId: id, offset: 0 })).feedback,
    messages: (await messagesOf(db, { customerId: id, offset: 0 })).messages,
    oaMessages: oaUser ? await oaMessagesOf(db, { oaUserId: oaUser.oaUserId, offset: 0 }) : [],
    oaWindow: oaWindow(oaUser?.lastActionAt ?? undefined, now),
    wantsOffers: (await consentOf(db, id, 'marketing')) ?? false,
    adjustments: await db
      .select()
      .from(adjustments)
      .where(inArray(adjustments.customerId, records))
      .orderBy(desc(adjustments.at))
      .limit(50),
    standing: await standingOf(db, id, now),
    level: (await levelAt(db, id, now)) ?? null,
    vouchers: await vouchersOf(db, id),
    tags: await tagsOf(db, id),
    groups: await groupsOf(db, id, zone, now),
    merges: await mergesInto(db, id),
  }
}

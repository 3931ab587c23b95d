import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import type { Shop } from '../shop.ts'
import { validated } from '../validated.ts'
import { calendarOf } from './calendar.ts'
import { isVisitOf, visitOfCalendar, visitsOfFeed } from './calendar-visits.ts'
import { feedIn, feedOfCustomer, feedStatement, visitIdIn, visitStatement } from './feeds.ts'

type Edge = { Variables: { shop: Shop } }

/** What other calendars read: open to whoever has the signed address, and to nobody else. */
export const calendarRoutes = new Hono<Edge>()
  .use(etag())
  .get('/booking/:file{.+\\.ics}', async (c) => {
    const { shop } = c.var
    const id = visitIdIn(shop.vault.signed(tokenOf(c)))
    const visit = id && (await visitOfCalendar(shop.read, id))
    if (!visit) throw new Refusal('not_found')
    c.header('Content-Disposition', 'attachment; filename="lich-hen.ics"')
    const { name, zone } = await shopOf(shop.read)
    return asCalendar(c, calendarOf(name, zone, [visit]))
  })
  .get('/:file{.+\\.ics}', async (c) => {
    const { shop } = c.var
    const feed = await feedIn(shop.read, shop.vault.signed(tokenOf(c)))
    if (!feed) throw new Refusal('not_found')
    const { name, zone } = await shopOf(shop.read)
    return asCalendar(c, calendarOf(name, zone, await visitsOfFeed(shop.read, feed, shop.now())))
  })

const tokenOf = (c: Context) => c.req.param('file')!.slice(0, -'.ics'.length)

function asCalendar(c: Context, text: string) {
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Cache-Control', 'private, no-cache')
  return c.body(text)
}

/** Where a shopper finds the calendars of their own. */
export const calendarLinkRoutes = new Hono<SignedIn>()
  .get(
    '/bookings/:id/calendar',
    describeRoute({ summary: 'The address of one visit as a calendar file' }),
    signedIn,
    validated('param', z.object({ id: Id })),
    async (c) => {
      const { shop, customerId } = c.var
      const { id } = c.req.valid('param')
      if (!(await isVisitOf(shop.read, id, customerId))) throw new Refusal('not_found')
      return c.json({ url: `${shop.config.publicUrl}/calendar/booking/${shop.vault.sign(visitStatement(id))}.ics` })
    },
  )
  .get(
    '/me/calendar',
    describeRoute({ summary: 'The address of all my visits as a calendar that keeps itself up to date' }),
    signedIn,
    async (c) => {
      const { shop, customerId } = c.var
      return c.json({ url: feedUrl(shop, await shop.write((tx) => feedOfCustomer(tx, customerId))) })
    },
  )

/** The address under which other programs read a feed. */
export const feedUrl = ({ config, vault }: Shop, id: string) =>
  `${config.publicUrl}/calendar/${vault.sign(feedStatement(id))}.ics`

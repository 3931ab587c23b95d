import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { NewFeed } from '../../shared/calendar.ts'
import { Id } from '../../shared/fields.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { feedUrl } from './calendar-routes.ts'
import { addFeed, feedsGivenOut, revokeFeed } from './feeds.ts'

const leads = may('owner', 'manager')

/** Calendars of the shop and of its people, for programs outside. */
export const calendarAdminRoutes = new Hono<AsStaff>()
  .get('/calendar-feeds', describeRoute({ summary: 'Calendars given out, with their addresses' }), leads, async (c) => {
    const { shop } = c.var
    return c.json((await feedsGivenOut(shop.read)).map((feed) => ({ ...feed, url: feedUrl(shop, feed.id) })))
  })
  .post(
    '/calendar-feeds',
    describeRoute({ summary: 'Give out the calendar of the shop or of one person' }),
    leads,
    validated('json', NewFeed),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      await shop.write((tx) => addFeed(tx, staff, wish, shop.now()))
      return c.json({ url: feedUrl(shop, wish.id) }, 201)
    },
  )
  .delete(
    '/calendar-feeds/:id',
    describeRoute({ summary: 'Take a calendar back' }),
    leads,
    validated('param', z.object({ id: Id })),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => revokeFeed(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { dayAt, monthOf } from '../../shared/day-number.ts'
import { Offset } from '../../shared/fields.ts'
import { Asked, FigureSettings, figures } from '../../shared/figures.ts'
import { dayOf, instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { liabilityOf } from '../loyalty/liability.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { todayAt } from '../segments/conditions.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { changeFigureSettings } from './change-settings.ts'
import { cohortsOf, valueByCohort } from './cohorts.ts'
import { daysIn, hoursIn, retentionCurve } from './curves.ts'
import { figureSettingsOf, repeatRates } from './figures.ts'
import { lifetimeValue } from './lifetime.ts'
import { opinionsIn } from './opinions.ts'
import { programmeFigures } from './programme-figures.ts'
import { monthReport } from './report.ts'
import { staffFigures } from './staff-figures.ts'
import { comparedFigures, stretchOf } from './stretches.ts'
import { visitFigures } from './visit-figures.ts'
import { whose } from './whose.ts'

const boss = may('owner', 'manager')
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const Cohorts = z.object({
  months: z.coerce.number().int().min(3).max(36).default(12),
  bounded: z.enum(['true', 'false']).default('true'),
})
const Whose = Asked.extend({
  which: z.enum(figures),
  offset: Offset,
  month: Month.optional(),
  seenIn: Month.optional(),
  bounded: z.enum(['true', 'false']).default('true'),
})
const numberOfMonth = (month: string) => monthOf(`${month}-01`)

/** The owner's figures (M-1 to M-42); definitions stand beside the functions that reckon them. */
export const insightRoutes = new Hono<AsStaff>()
  .get(
    '/figures',
    describeRoute({ summary: 'The figures of some days beside those of others' }),
    boss,
    validated('query', Asked),
    async (c) => {
      const { read, now } = c.var.shop
      const asked = c.req.valid('query')
      const stretch = await stretchOf(read, asked, now())
      return c.json({
        figures: await comparedFigures(read, stretch, asked.against, now()),
        repeat: await repeatRates(read, stretch.until),
        days: await daysIn(read, stretch),
        curve: await retentionCurve(read, stretch),
        hours: await hoursIn(read, stretch),
      })
    },
  )
  .get(
    '/figures/report',
    describeRoute({ summary: 'The figures of a calendar month beside those of the month before' }),
    boss,
    validated('query', z.object({ month: Month })),
    async (c) => {
      const { read, now } = c.var.shop
      return c.json(await monthReport(read, c.req.valid('query').month, now()))
    },
  )
  .get(
    '/figures/cohorts',
    describeRoute({ summary: 'Who came first in a month, and in which months they came again' }),
    boss,
    validated('query', Cohorts),
    async (c) => {
      const { read, now } = c.var.shop
      const { months, bounded } = c.req.valid('query')
      const today = dayOf(now(), (await shopOf(read)).zone)
      return c.json({
        ...(await cohortsOf(read, monthOf(today), { months, bounded: bounded === 'true' })),
        value: await valueByCohort(read, monthOf(today), months),
      })
    },
  )
  .get(
    '/figures/customers',
    describeRoute({ summary: 'The customers behind a figure' }),
    boss,
    validated('query', Whose),
    async (c) => {
      const { read, now } = c.var.shop
      const { which, offset, month, seenIn, bounded, ...asked } = c.req.valid('query')
      const stretch = await stretchOf(read, asked, now())
      const cohort = {
        ...{ month: numberOfMonth(month ?? '2000-01'), bounded: bounded === 'true' },
        ...(seenIn && { seenIn: numberOfMonth(seenIn) }),
      }
      const { total, customers } = await whose(read, { ...stretch, which, offset, ...cohort })
      const days = (at: { lastDay: number; expectedOn: number }) => ({
        lastDay: dayAt(at.lastDay),
        expectedOn: dayAt(at.expectedOn),
      })
      return c.json({ total, customers: customers.map((each) => ({ ...each, ...days(each) })) })
    },
  )
  .get(
    '/figures/visits',
    describeRoute({ summary: 'How bookings went: back again, no-shows, how full, and who returned to whom' }),
    boss,
    validated('query', Asked),
    async (c) => {
      const { read, now } = c.var.shop
      const { length, until } = await stretchOf(read, c.req.valid('query'), now())
      const from = until - length + 1
      const { zone } = await shopOf(read)
      const [start, end] = [from, until + 1].map((day) => instantOf(dayAt(day), 0, zone).getTime()) as [number, number]
      return c.json({
        visits: await visitFigures(read, from, until, now()),
        // Whoever is to return needs time: the people are those of the year up to then.
        staff: await staffFigures(read, until - 364, until, (await todayAt(read, now())).day),
        opinions: await opinionsIn(read, start, end),
      })
    },
  )
  .get(
    '/figures/lifetime',
    describeRoute({ summary: 'What the customers there are brought, and are expected to bring within a year' }),
    boss,
    async (c) => {
      const { read, now } = c.var.shop
      return c.json(await lifetimeValue(read, (await todayAt(read, now())).day - 1))
    },
  )
  .get('/figures/owing', describeRoute({ summary: 'What the points that are out would cost' }), boss, async (c) => {
    const { read, now } = c.var.shop
    return c.json(await liabilityOf(read, now(), (await programmeAt(read, now())).rules.asMoney?.vndPerPoint))
  })
  .get(
    '/figures/programme',
    describeRoute({ summary: 'What points, levels, vouchers and messages did' }),
    boss,
    validated('query', Asked),
    async (c) => {
      const { read, now } = c.var.shop
      const { length, until } = await stretchOf(read, c.req.valid('query'), now())
      const vndPerPoint = (await programmeAt(read, now())).rules.asMoney?.vndPerPoint
      return c.json(await programmeFigures(read, until - length + 1, until, vndPerPoint))
    },
  )
  .get('/figures/settings', describeRoute({ summary: 'What figures need to be told' }), boss, async (c) =>
    c.json(await figureSettingsOf(c.var.shop.read)),
  )
  .put(
    '/figures/settings',
    describeRoute({ summary: 'Say what services and goods cost, and how figures are counted' }),
    boss,
    validated('json', FigureSettings),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => changeFigureSettings(tx, staff, c.req.valid('json'), shop.now()))
      return c.json(await figureSettingsOf(shop.read))
    },
  )

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { HolidayDecision, Hours, NewBlockedTime, NewDayOff, NewSpecialDay } from '../../shared/catalog.ts'
import { Day, Id } from '../../shared/fields.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { visitsOutside } from '../booking/visits-hit.ts'
import type { Shop } from '../shop.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { hoursOf, shopOf } from './catalog.ts'
import { addDayOff, removeDayOff, setHours } from './change-hours.ts'
import { decideHoliday, holidaysAsked } from './holidays.ts'
import { addBlockedTime, putSpecialDay, removeBlockedTime, removeSpecialDay } from './special-days.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

/** When the shop and its people work. Whatever closes something answers with the bookings that it hits. */
export const hoursAdminRoutes = new Hono<AsStaff>()
  .get(
    '/hours',
    describeRoute({ summary: 'The week, and what differs from it from today' }),
    may(...anyone),
    async (c) => {
      const { shop } = c.var
      return c.json(await hoursOf(shop.read, await todayOf(shop), shop.now()))
    },
  )
  .put(
    '/hours',
    describeRoute({ summary: 'Set the week of the shop or of one person; lists the bookings it hits' }),
    boss,
    validated('json', Hours),
    async (c) => {
      const { shop, staff } = c.var
      const hours = c.req.valid('json')
      await shop.write((tx) => setHours(tx, staff, hours, shop.now()))
      const { staffId } = hours
      return c.json({ hit: await visitsOutside(shop.read, { staffId, from: shop.now() }, shop.now()) })
    },
  )
  .post(
    '/days-off',
    describeRoute({ summary: 'Close the shop or let somebody off; lists the bookings it hits' }),
    boss,
    validated('json', NewDayOff),
    async (c) => {
      const { shop, staff } = c.var
      const dayOff = await shop.write((tx) => addDayOff(tx, staff, c.req.valid('json'), shop.now()))
      const { fromDay, toDay, staffId } = dayOff
      return c.json({ dayOff, hit: await hitOn(shop, [fromDay, toDay], staffId) }, 201)
    },
  )
  .delete(
    '/days-off/:id',
    describeRoute({ summary: 'Work on those days after all' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => removeDayOff(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )
  .post(
    '/special-days',
    describeRoute({ summary: 'Other hours on one date; lists the bookings it hits' }),
    boss,
    validated('json', NewSpecialDay),
    async (c) => {
      const { shop, staff } = c.var
      const specialDay = await shop.write((tx) => putSpecialDay(tx, staff, c.req.valid('json'), shop.now()))
      return c.json({ specialDay, hit: await hitOn(shop, [specialDay.day, specialDay.day], specialDay.staffId) }, 201)
    },
  )
  .delete(
    '/special-days/:id',
    describeRoute({ summary: 'Back to the week on that date; lists the bookings it hits' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      const { day, staffId } = await shop.write((tx) =>
        removeSpecialDay(tx, staff, c.req.valid('param').id, shop.now()),
      )
      return c.json({ hit: await hitOn(shop, [day, day], staffId) })
    },
  )
  .post(
    '/blocked-times',
    describeRoute({ summary: 'Take nobody for a while; lists the bookings it hits' }),
    boss,
    validated('json', NewBlockedTime),
    async (c) => {
      const { shop, staff } = c.var
      const block = await shop.write((tx) => addBlockedTime(tx, staff, c.req.valid('json'), shop.now()))
      const hit = await visitsOutside(
        shop.read,
        { staffId: block.staffId, from: block.startsAt, to: block.endsAt },
        shop.now(),
      )
      return c.json({ blockedTime: block, hit }, 201)
    },
  )
  .delete(
    '/blocked-times/:id',
    describeRoute({ summary: 'Take people at that time after all' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => removeBlockedTime(tx, staff, c.req.valid('param').id, shop.now()))
      return c.body(null, 204)
    },
  )
  .get('/holidays', describeRoute({ summary: 'Public holidays from today' }), may(...anyone), async (c) => {
    const { shop } = c.var
    return c.json(await holidaysAsked(shop.read, await todayOf(shop)))
  })
  .put(
    '/holidays/:day',
    describeRoute({ summary: 'Say what a public holiday is; lists the bookings it hits' }),
    boss,
    validated('param', z.object({ day: Day })),
    validated('json', HolidayDecision),
    async (c) => {
      const { shop, staff } = c.var
      const { day } = c.req.valid('param')
      const holiday = await shop.write((tx) => decideHoliday(tx, staff, day, c.req.valid('json'), shop.now()))
      return c.json({ holiday, hit: await hitOn(shop, [day, day], null) })
    },
  )

const todayOf = async ({ read, now }: Shop) => dayOf(now(), (await shopOf(read)).zone)

/** From the first day to the last, also who comes after its midnight, if the hours of that date run so far. */
async function hitOn({ read, now }: Shop, [first, last]: [string, string], staffId: string | null) {
  const { zone } = await shopOf(read)
  const span = { from: instantOf(first, 0, zone), to: instantOf(addDays(last, 1), 360, zone) }
  return visitsOutside(read, { staffId, ...span }, now())
}

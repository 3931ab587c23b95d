import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { Shop } from '../shop.ts'
import { servicesOf, shopHoursOf, shopOf, staffMembersOf } from './catalog.ts'

/** What anyone may know of the shop, signed in or not. */
export const catalogRoutes = new Hono<{ Variables: { shop: Shop } }>().get(
  '/shop',
  describeRoute({ summary: 'The shop, its services, people and hours' }),
  async (c) => {
    const { read, zaloSettings } = c.var.shop
    const { name, address, phone, zone, brandColor, pointsUnitVnd, cancelHours } = await shopOf(read)
    const services = await servicesOf(read)
    const staff = await staffMembersOf(read)
    return c.json({
      name,
      address,
      phone,
      zone,
      brandColor,
      pointsUnitVnd,
      cancelHours,
      oaId: (await zaloSettings()).oaId,
      services: services.filter(({ active }) => active).map(({ active: _, ...service }) => service),
      staff: staff.filter(({ active }) => active).map(({ active: _, ...member }) => member),
      hours: await shopHoursOf(read),
    })
  },
)

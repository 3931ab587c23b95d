import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { pointsIn, programmeAt } from '../loyalty/programme.ts'
import { payWaysOf } from '../payments/pay-ways.ts'
import { sellsProducts } from '../products/products.ts'
import type { Shop } from '../shop.ts'
import { newestPolicy, servicesOf, shopHoursOf, shopOf, staffMembersOf } from './catalog.ts'
import { intakeQuestionsOf } from './intake-questions.ts'

/** What anyone may know of the shop, signed in or not. */
export const catalogRoutes = new Hono<{ Variables: { shop: Shop } }>().get(
  '/shop',
  describeRoute({ summary: 'The shop, its services, people, hours and the rules of booking' }),
  async (c) => {
    const { read, zaloSettings } = c.var.shop
    const { name, address, phone, zone, brandColor, cancelHours, ...rules } = await shopOf(read)
    const { holdMinutes, selfCancel, acceptance, acceptMinutes, seriesMost, depositMinutes } = rules
    const services = (await servicesOf(read)).filter((service) => service.active && !service.private)
    const offered = new Set(services.map(({ id }) => id))
    const questions = (await intakeQuestionsOf(read)).filter(
      ({ active, serviceId }) => active && (serviceId === null || offered.has(serviceId)),
    )
    const staff = (await staffMembersOf(read)).filter(({ active }) => active)
    const policy = await newestPolicy(read)
    return c.json({
      ...{ name, address, phone, zone, brandColor, cancelHours },
      ...pointsIn((await programmeAt(read, c.var.shop.now())).rules),
      ...{ holdMinutes, selfCancel, acceptance, acceptMinutes, seriesMost, depositMinutes },
      payWays: await payWaysOf(c.var.shop),
      oaId: (await zaloSettings()).oaId,
      sellsProducts: await sellsProducts(read),
      services: services.map(asShown),
      staff: staff.map(({ id, name, photoUrl }) => ({ id, name, photoUrl })),
      hours: await shopHoursOf(read),
      questions: questions.map(({ active: _, ...question }) => question),
      policy: policy ? { id: policy.id, words: policy.words, cancelHours: policy.cancelHours } : null,
    })
  },
)

type Service = Awaited<ReturnType<typeof servicesOf>>[number]

/** A service as the shopper sees it: what it costs and who does it, not what goes on around it. */
const asShown = (service: Service) => {
  const { id, name, category, durationMinutes, priceVnd, photoUrl, priceKind, priceMaxVnd, groupSize } = service
  return {
    ...{ id, name, category, durationMinutes, priceVnd, photoUrl, priceKind, priceMaxVnd, groupSize },
    variants: service.variants,
    addons: service.addons,
    /** Nobody named: everybody does it. */
    doneBy: service.doneBy.map(({ staffId }) => staffId),
    /** By person, where somebody takes other than the service's own minutes. */
    ownMinutes: Object.fromEntries(
      service.doneBy.flatMap(({ staffId, durationMinutes }) => (durationMinutes ? [[staffId, durationMinutes]] : [])),
    ) as Record<string, number>,
  }
}

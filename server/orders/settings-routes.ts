import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { OrderSettings } from '../../shared/orders.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { changeOrderSettings, orderSettingsOf } from './settings.ts'

const boss = may('owner', 'manager')

export const orderSettingsRoutes = new Hono<AsStaff>()
  .get('/order-settings', describeRoute({ summary: 'How the shop takes orders' }), boss, async (c) =>
    c.json(await orderSettingsOf(c.var.shop.read)),
  )
  .put(
    '/order-settings',
    describeRoute({ summary: 'Change how the shop takes orders' }),
    boss,
    validated('json', OrderSettings),
    async (c) => {
      const { shop, staff } = c.var
      return c.json(await shop.write((tx) => changeOrderSettings(tx, staff, c.req.valid('json'), shop.now())))
    },
  )

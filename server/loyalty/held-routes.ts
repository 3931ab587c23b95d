import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type AsStaff, may } from '../staff/may.ts'
import { heldLots, spentBeforeRefund } from './held.ts'

const boss = may('owner', 'manager')

export const heldRoutes = new Hono<AsStaff>()
  .get('/held', describeRoute({ summary: 'Points that wait for somebody to look, and why' }), boss, async (c) =>
    c.json(await heldLots(c.var.shop.read)),
  )
  .get('/held/refunds', describeRoute({ summary: 'Refunds of late whose points were spent before' }), boss, async (c) =>
    c.json(await spentBeforeRefund(c.var.shop.read, c.var.shop.now())),
  )

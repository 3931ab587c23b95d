import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { exportFiles } from '../../shared/batches.ts'
import { dayOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { audit } from '../staff/audit.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { csvOf } from './export.ts'

export const exportRoutes = new Hono<AsStaff>().get(
  '/export/:file',
  describeRoute({ summary: 'All customers, visits, orders, points, feedback or messages as CSV for Excel' }),
  may('owner'),
  validated('param', z.object({ file: z.enum(exportFiles) })),
  async (c) => {
    const { shop, staff } = c.var
    const { file } = c.req.valid('param')
    const { zone } = await shopOf(shop.read)
    await shop.write((tx) => audit(tx, staff, 'export', file, {}, shop.now()))
    const parts = csvOf(shop.read, file, zone)
    const encoder = new TextEncoder()
    const stream = new ReadableStream({
      async pull(controller) {
        const { value, done } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
    })
    return c.body(stream, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.replace('.', `-${dayOf(shop.now(), zone)}.`)}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    })
  },
)

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { BatchChange, type BatchState, NewBatch, rowStates } from '../../shared/batches.ts'
import { Id, Offset } from '../../shared/fields.ts'
import type { Shop } from '../shop.ts'
import type { Staff } from '../staff/audit.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { readAnew, takeIn } from './batch-rounds.ts'
import { batchList, batchShown } from './batches.ts'
import { setBatchState } from './enter.ts'
import { tableOf } from './table.ts'
import { beginUndo } from './undo.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

async function moved(shop: Shop, staff: Staff, id: string, to: Extract<BatchState, 'entering' | 'paused' | 'thrown'>) {
  await shop.write((tx) => setBatchState(tx, staff, id, to, shop.now()))
  return await batchShown(shop.read, id, { offset: 0 })
}

export const batchRoutes = new Hono<AsStaff>()
  .get('/batches', describeRoute({ summary: 'Sheets of customers and sales that were taken in' }), boss, async (c) =>
    c.json(await batchList(c.var.shop.read)),
  )
  .post(
    '/batches',
    describeRoute({ summary: 'A sheet to be looked at: the body is the file, CSV or .xlsx, 30 MB at most' }),
    boss,
    validated('query', NewBatch),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('query')
      await takeIn(shop, staff, wish, await tableOf(Buffer.from(await c.req.arrayBuffer())))
      return c.json(await batchShown(shop.read, wish.id, { offset: 0 }), 201)
    },
  )
  .get(
    '/batches/:id',
    describeRoute({ summary: 'How far a sheet has come, with a page of its rows' }),
    boss,
    validated('param', ById),
    validated('query', z.object({ state: z.enum(rowStates).optional(), offset: Offset })),
    async (c) => c.json(await batchShown(c.var.shop.read, c.req.valid('param').id, c.req.valid('query'))),
  )
  .put(
    '/batches/:id',
    describeRoute({ summary: 'Read a sheet in another way: its columns, its letters, what it is' }),
    boss,
    validated('param', ById),
    validated('json', BatchChange),
    async (c) => {
      const { shop } = c.var
      const { id } = c.req.valid('param')
      await readAnew(shop, id, c.req.valid('json'))
      return c.json(await batchShown(shop.read, id, { offset: 0 }))
    },
  )
  .post(
    '/batches/:id/enter',
    describeRoute({ summary: 'Enter a sheet, or go on; it is done in steps' }),
    boss,
    validated('param', ById),
    async (c) => c.json(await moved(c.var.shop, c.var.staff, c.req.valid('param').id, 'entering')),
  )
  .post(
    '/batches/:id/pause',
    describeRoute({ summary: 'Stop entering for now' }),
    boss,
    validated('param', ById),
    async (c) => c.json(await moved(c.var.shop, c.var.staff, c.req.valid('param').id, 'paused')),
  )
  .post('/batches/:id/throw', describeRoute({ summary: 'Never enter it' }), boss, validated('param', ById), async (c) =>
    c.json(await moved(c.var.shop, c.var.staff, c.req.valid('param').id, 'thrown')),
  )
  .post(
    '/batches/:id/undo',
    describeRoute({ summary: 'Take back all that a sheet brought; it is done in steps' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => beginUndo(tx, staff, id, shop.now()))
      return c.json(await batchShown(shop.read, id, { offset: 0 }))
    },
  )

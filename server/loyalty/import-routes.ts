import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { ImportPreview, NewImport } from '../../shared/imports.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import type { Shop } from '../shop.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { beginImport, enterSome } from './import.ts'
import { importsOf } from './imports.ts'
import { previewOf } from './judge-sheet.ts'
import { beginUndo, undoSome } from './undo-import.ts'

const ById = z.object({ id: Id })
const boss = may('owner', 'manager')

/** Step by step until nothing is left; others write in between. Whatever stops it, the same again goes on. */
async function throughAll({ write }: Shop, step: (tx: Tx) => Promise<number>) {
  while (await write(step)) await new Promise((resolve) => setImmediate(resolve))
}

async function reported({ read }: Shop, id: string) {
  const [found] = await importsOf(read, id)
  if (!found) throw new Refusal('not_found')
  return found
}

export const importRoutes = new Hono<AsStaff>()
  .get('/imports', describeRoute({ summary: 'Balances that were brought along' }), boss, async (c) =>
    c.json(await importsOf(c.var.shop.read)),
  )
  .post(
    '/imports/preview',
    describeRoute({ summary: 'What a sheet of old balances would do; writes nothing' }),
    boss,
    validated('json', ImportPreview),
    async (c) => c.json(await previewOf(c.var.shop.read, c.req.valid('json'))),
  )
  .post(
    '/imports',
    describeRoute({ summary: 'Enter a sheet of old balances; asked again it goes on where it stopped' }),
    boss,
    validated('json', NewImport),
    async (c) => {
      const { shop, staff } = c.var
      const wish = c.req.valid('json')
      await shop.write((tx) => beginImport(tx, staff, wish, shop.now()))
      await throughAll(shop, (tx) => enterSome(tx, wish.id, shop.now()))
      return c.json(await reported(shop, wish.id), 201)
    },
  )
  .post(
    '/imports/:id/continue',
    describeRoute({ summary: 'Go on with an import that was stopped' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop } = c.var
      const { id } = c.req.valid('param')
      await throughAll(shop, (tx) => enterSome(tx, id, shop.now()))
      return c.json(await reported(shop, id))
    },
  )
  .post(
    '/imports/:id/undo',
    describeRoute({ summary: 'Take an import back, as far as it is not spent' }),
    boss,
    validated('param', ById),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => beginUndo(tx, staff, id, shop.now()))
      await throughAll(shop, (tx) => undoSome(tx, id, shop.now()))
      return c.json(await reported(shop, id))
    },
  )

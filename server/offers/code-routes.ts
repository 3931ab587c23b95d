import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import Papa from 'papaparse'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewCodes, TypedCode } from '../../shared/offer-codes.ts'
import { Refusal } from '../../shared/refusals.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { refuseWithoutTerms } from '../loyalty/terms.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { countGuess, limitedWrites } from '../write-limits.ts'
import { addCodes, codesLabelled, codesTold } from './codes.ts'
import { takeByCode } from './take-by-code.ts'

const ById = z.object({ id: Id })
const OfLabel = z.object({ label: z.string().max(60) })
const boss = may('owner', 'manager')

export const codeRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .post(
    '/',
    describeRoute({ summary: 'Take the offer of a code that was typed' }),
    validated('json', TypedCode),
    async (c) => {
      const { shop, customerId } = c.var
      const wasRight = await countGuess(c)
      const { id, code, name, expiresAt } = await shop
        .write(async (tx) => {
          await refuseWithoutTerms(tx, customerId, shop.now())
          return await takeByCode(tx, { ...c.req.valid('json'), customerId }, shop.now())
        })
        .catch(async (refusal) => {
          if (refusal instanceof Refusal && refusal.code !== 'code_unknown') await wasRight()
          throw refusal
        })
      await wasRight()
      return c.json({ id, code, name, expiresAt }, 201)
    },
  )

export const codeAdminRoutes = new Hono<AsStaff>()
  .get(
    '/offers/:id/codes',
    describeRoute({ summary: 'The codes of an offer, and how many are used' }),
    boss,
    validated('param', ById),
    async (c) => c.json(await codesTold(c.var.shop.read, c.req.valid('param').id)),
  )
  .get(
    '/offers/:id/codes/csv',
    describeRoute({ summary: 'The codes of a label, to print' }),
    boss,
    validated('param', ById),
    validated('query', OfLabel),
    async (c) => {
      const { label } = c.req.valid('query')
      const rows = await codesLabelled(c.var.shop.read, c.req.valid('param').id, label)
      // A cell that begins like a formula is text to whoever opens it.
      const csv = Papa.unparse(
        rows.map(({ code, taken }) => ({ Mã: code, Nhóm: label, 'Đã dùng': taken })),
        { escapeFormulae: true },
      )
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', 'attachment; filename="ma-uu-dai.csv"')
      return c.body(`\uFEFF${csv}`)
    },
  )
  .post(
    '/offers/:id/codes',
    describeRoute({ summary: 'Add codes to an offer: one for many, generated, or brought along' }),
    boss,
    validated('param', ById),
    validated('json', NewCodes),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const [secret] = shop.vault.derived('offer codes')
      return c.json(await shop.write((tx) => addCodes(tx, staff, id, c.req.valid('json'), secret!, shop.now())), 201)
    },
  )

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { CaseAnswer, caseStates, NewCase } from '../../shared/cases.ts'
import { Id } from '../../shared/fields.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { answerCase, casesOf, openCase } from './cases.ts'

const ById = z.object({ id: Id })
const InState = z.object({ state: z.enum(caseStates).default('open') })

export const caseRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .post(
    '/',
    describeRoute({ summary: 'Ask about an entry of my points that looks wrong' }),
    validated('json', NewCase),
    async (c) => {
      const { shop, customerId } = c.var
      const { id, state } = await shop.write((tx) => openCase(tx, customerId, c.req.valid('json'), shop.now()))
      return c.json({ id, state }, 201)
    },
  )

export const caseAdminRoutes = new Hono<AsStaff>()
  .get(
    '/cases',
    describeRoute({ summary: 'What customers ask about their points' }),
    may(...anyone),
    validated('query', InState),
    async (c) => c.json(await casesOf(c.var.shop.read, c.req.valid('query').state)),
  )
  .post(
    '/cases/:id/answer',
    describeRoute({ summary: 'Answer a customer’s question about points' }),
    may('owner', 'manager'),
    validated('param', ById),
    validated('json', CaseAnswer),
    async (c) => {
      const { shop, staff } = c.var
      const { words } = c.req.valid('json')
      return c.json(await shop.write((tx) => answerCase(tx, staff, c.req.valid('param').id, words, shop.now())))
    },
  )

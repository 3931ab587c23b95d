import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { FieldValue, ProfileField, Tags, timelineKinds } from '../../shared/profile.ts'
import { Refusal } from '../../shared/refusals.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { customerById } from './customers.ts'
import { fieldsOf, lookAt, putField, writeValue } from './profile-fields.ts'
import { setTags, tagsInUse } from './tags.ts'
import { timelineOf } from './timeline.ts'

const ById = z.object({ id: Id })
const OfField = z.object({ id: Id, fieldId: Id })
const linesAtOnce = 30

/** Where an older page begins, and which kinds are wanted: `visit,points`; none: all. */
const Older = z.object({
  at: z.coerce.date().optional(),
  id: z.string().max(200).optional(),
  kinds: z
    .string()
    .max(100)
    .default('')
    .transform((kinds) => (kinds === '' ? [...timelineKinds] : kinds.split(',')))
    .pipe(z.array(z.enum(timelineKinds))),
})

export const profileRoutes = new Hono<AsStaff>()
  .get(
    '/customers/:id/timeline',
    describeRoute({ summary: 'All that happened with a customer, newest first, thirty lines a page' }),
    may(...anyone),
    validated('param', ById),
    validated('query', Older),
    async (c) => {
      const { read } = c.var.shop
      const { id } = c.req.valid('param')
      if (!(await customerById(read, id))) throw new Refusal('not_found')
      const { at, id: line, kinds } = c.req.valid('query')
      const before = at && line ? { at, id: line } : undefined
      return c.json(await timelineOf(read, id, { kinds, before, limit: linesAtOnce }))
    },
  )
  .get('/tags', describeRoute({ summary: 'Tags in use, the most used first' }), may(...anyone), async (c) =>
    c.json(await tagsInUse(c.var.shop.read)),
  )
  .put(
    '/customers/:id/tags',
    describeRoute({ summary: 'The tags of a customer' }),
    may(...anyone),
    validated('param', ById),
    validated('json', Tags),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      const { tags } = c.req.valid('json')
      await shop.write(async (tx) => {
        if (!(await customerById(tx, id))) throw new Refusal('not_found')
        await setTags(tx, staff, id, tags, shop.now())
      })
      return c.body(null, 204)
    },
  )
  .get(
    '/profile-fields',
    describeRoute({ summary: 'What the shop writes down of customers' }),
    may(...anyone),
    async (c) => c.json(await fieldsOf(c.var.shop.read)),
  )
  .put(
    '/profile-fields/:id',
    describeRoute({ summary: 'Make or change a field' }),
    may('owner', 'manager'),
    validated('param', ById),
    validated('json', ProfileField),
    async (c) => {
      const { shop, staff } = c.var
      const { id } = c.req.valid('param')
      await shop.write((tx) => putField(tx, staff, id, c.req.valid('json'), shop.now()))
      return c.json(await fieldsOf(shop.read))
    },
  )
  .put(
    '/customers/:id/fields/:fieldId',
    describeRoute({ summary: 'Write a value of a customer down; an empty one takes it back' }),
    may(...anyone),
    validated('param', OfField),
    validated('json', FieldValue),
    async (c) => {
      const { shop, staff } = c.var
      const { id: customerId, fieldId } = c.req.valid('param')
      const { value } = c.req.valid('json')
      await shop.write((tx) => writeValue(tx, staff, { customerId, fieldId, value }, shop.now()))
      return c.body(null, 204)
    },
  )
  .post(
    '/customers/:id/fields/:fieldId/look',
    describeRoute({ summary: 'Show a sensitive value; that somebody looked is written down' }),
    may(...anyone),
    validated('param', OfField),
    async (c) => {
      const { shop, staff } = c.var
      const { id, fieldId } = c.req.valid('param')
      return c.json({ value: await shop.write((tx) => lookAt(tx, staff, id, fieldId, shop.now())) })
    },
  )

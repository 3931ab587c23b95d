import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { NewFeedback } from '../../shared/feedback.ts'
import { visitsOf } from '../booking/bookings.ts'
import { asBooking } from '../booking/routes.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { validated } from '../validated.ts'
import { give } from './give.ts'

export const feedbackRoutes = new Hono<SignedIn>()
  .use(signedIn)
  .get('/due', describeRoute({ summary: 'My latest visit, if it is not yet rated' }), async (c) => {
    const { shop, customerId } = c.var
    const latest = (await visitsOf(shop.read, customerId)).find(({ status }) => status === 'completed')
    return c.json(latest && latest.rating === null ? asBooking(latest, await shopOf(shop.read), shop.now()) : null)
  })
  .post('/', describeRoute({ summary: 'Say how a visit was, once' }), validated('json', NewFeedback), async (c) => {
    const { shop, customerId } = c.var
    const given = await shop.write((tx) => give(tx, customerId, c.req.valid('json'), shop.now()))
    const { id, bookingId, rating, words, at } = given
    return c.json({ id, bookingId, rating, words, at }, 201)
  })

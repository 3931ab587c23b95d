import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { NewPhoto } from '../../shared/booking.ts'
import { Id } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { bookingById } from './bookings.ts'
import {
  addPhoto,
  allowsPhotos,
  photosOf,
  photosOfCustomer,
  photoTypeOf,
  pictureById,
  removePhoto,
} from './visit-photos.ts'

const ById = z.object({ id: Id })
const staffs = may(...anyone)

export const photoAdminRoutes = new Hono<AsStaff>()
  .get(
    '/bookings/:id/photos',
    describeRoute({ summary: 'Photos of a visit, and whether the customer allows any' }),
    staffs,
    validated('param', ById),
    async (c) => {
      const { read } = c.var.shop
      const { id } = c.req.valid('param')
      const booking = await bookingById(read, id)
      if (!booking) throw new Refusal('not_found')
      return c.json({ allowed: await allowsPhotos(read, booking.customerId), photos: await photosOf(read, id) })
    },
  )
  .post(
    '/bookings/:id/photos',
    describeRoute({ summary: 'Add a photo: the body is the picture, JPEG, PNG or WebP, 400 kB at most' }),
    staffs,
    validated('param', ById),
    validated('query', NewPhoto),
    async (c) => {
      const { shop, staff } = c.var
      const { id: bookingId } = c.req.valid('param')
      const bytes = Buffer.from(await c.req.arrayBuffer())
      const photo = { ...c.req.valid('query'), bookingId, bytes, type: photoTypeOf(bytes) }
      await shop.write((tx) => addPhoto(tx, staff, photo, shop.now()))
      return c.body(null, 201)
    },
  )
  .get('/photos/:id', describeRoute({ summary: 'The picture' }), staffs, validated('param', ById), async (c) =>
    shown(c, await pictureById(c.var.shop.read, c.req.valid('param').id)),
  )
  .delete('/photos/:id', describeRoute({ summary: 'Delete a photo' }), staffs, validated('param', ById), async (c) => {
    const { shop, staff } = c.var
    await shop.write((tx) => removePhoto(tx, staff, c.req.valid('param').id, shop.now()))
    return c.body(null, 204)
  })

export const photoRoutes = new Hono<SignedIn>()
  .get('/photos', describeRoute({ summary: 'Photos of me, with their visits' }), signedIn, async (c) =>
    c.json(await photosOfCustomer(c.var.shop.read, c.var.customerId)),
  )
  .get(
    '/bookings/:id/photos',
    describeRoute({ summary: 'Photos of my visit' }),
    signedIn,
    validated('param', ById),
    async (c) => {
      const { shop, customerId } = c.var
      const { id } = c.req.valid('param')
      if ((await bookingById(shop.read, id))?.customerId !== customerId) throw new Refusal('not_found')
      return c.json(await photosOf(shop.read, id))
    },
  )
  .get('/photos/:id', describeRoute({ summary: 'A picture of me' }), signedIn, validated('param', ById), async (c) =>
    shown(c, await pictureById(c.var.shop.read, c.req.valid('param').id, c.var.customerId)),
  )

/**
 * Handed out as a picture and nothing else. It is kept by nobody on the way, and not on a shared computer of the shop:
 * consent that is taken back must find no copy there.
 */
function shown(c: Context, picture: Awaited<ReturnType<typeof pictureById>>) {
  if (!picture) throw new Refusal('not_found')
  return c.body(new Uint8Array(picture.bytes), 200, {
    'Content-Type': picture.type,
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  })
}

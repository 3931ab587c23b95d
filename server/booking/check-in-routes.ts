import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { line } from '../../shared/fields.ts'
import { Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { visitById } from './bookings.ts'
import { checkIn } from './check-in.ts'
import { doorEpochOf, isDoorCode } from './door.ts'
import { asBooking } from './routes.ts'

export const checkInRoutes = new Hono<SignedIn>().post(
  '/',
  describeRoute({ summary: 'I am here: the code at the door was scanned' }),
  signedIn,
  limitedWrites,
  validated('json', z.strictObject({ code: line(300) })),
  async (c) => {
    const { shop, customerId } = c.var
    const { code } = c.req.valid('json')
    if (!isDoorCode(shop.vault.signed(code), await doorEpochOf(shop.read))) throw new Refusal('door_code_void')
    const id = await shop.write((tx) => checkIn(tx, customerId, shop.now()))
    return c.json(asBooking((await visitById(shop.read, id))!, await shopOf(shop.read), shop.now()))
  },
)

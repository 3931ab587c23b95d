import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { NewClaim } from '../../shared/referrals.ts'
import { Refusal } from '../../shared/refusals.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { type AsStaff, anyone, may } from '../staff/may.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { visitById } from './bookings.ts'
import { claimableUntil, claimedIn, claimStatement, claimVisit } from './claim-visit.ts'
import { pictureOf } from './door.ts'

/** A code that is handed over at the till, for who pays before they are known. */
export const claimCodeRoutes = new Hono<AsStaff>().get(
  '/bookings/:id/claim-code',
  describeRoute({ summary: 'A code with which a customer takes the points of a visit without a name' }),
  may(...anyone),
  validated('param', z.object({ id: Id })),
  async (c) => {
    const { read, vault, zaloSettings, now } = c.var.shop
    const visit = await visitById(read, c.req.valid('param').id)
    if (!visit) throw new Refusal('not_found')
    if (visit.status !== 'completed') throw new Refusal('not_completed')
    if (visit.customer) throw new Refusal('claimed')
    const until = claimableUntil(visit.statusAt)
    if (until <= now()) throw new Refusal('claim_over')
    const { miniAppId } = await zaloSettings()
    const url = `https://zalo.me/s/${miniAppId}/claim/${vault.sign(claimStatement(visit.id))}`
    c.header('Cache-Control', 'no-store')
    return c.json({ url, svg: pictureOf(url, 'screen'), until })
  },
)

export const claimRoutes = new Hono<SignedIn>().post(
  '/',
  describeRoute({ summary: 'Take the points of a visit with the code from the till, once' }),
  signedIn,
  limitedWrites,
  validated('json', NewClaim),
  async (c) => {
    const { shop, customerId } = c.var
    const bookingId = claimedIn(shop.vault.signed(c.req.valid('json').token))
    if (!bookingId) throw new Refusal('claim_over')
    return c.json(await shop.write((tx) => claimVisit(tx, customerId, bookingId, shop.now())))
  },
)

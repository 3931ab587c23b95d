import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Rebooking } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { canBePaid } from '../payments/pay-ways.ts'
import type { Shop } from '../shop.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { visitById } from './bookings.ts'
import { depositAhead } from './deposit-ahead.ts'
import { rebook, rebookChoices } from './rebook.ts'
import { rebookIdIn } from './rebook-link.ts'
import { asBooking } from './routes.ts'

const ByToken = z.object({ token: z.string().max(300) })

export const rebookRoutes = new Hono<SignedIn>()
  .use(signedIn, limitedWrites)
  .get(
    '/:token',
    describeRoute({ summary: 'What a link from a message would book, and the three best times' }),
    validated('param', ByToken),
    async (c) => {
      const { shop, customerId } = c.var
      const token = linkIn(shop, c.req.valid('param').token)
      const choices = await rebookChoices(shop.read, customerId, token, shop.now())
      const { wanted, slots } = choices
      const asked = { wanted, customerId, startsAt: slots[0]?.startsAt ?? shop.now(), rules: 'online' as const }
      const deposit = (await canBePaid(shop)) ? await depositAhead(shop.read, asked, shop.now()) : null
      return c.json({ ...choices, deposit })
    },
  )
  .post(
    '/:token',
    describeRoute({ summary: 'Book one of them; the link is spent' }),
    validated('param', ByToken),
    validated('json', Rebooking),
    async (c) => {
      const { shop, customerId } = c.var
      const link = linkIn(shop, c.req.valid('param').token)
      const wish = { ...c.req.valid('json'), canPay: () => canBePaid(shop) }
      await shop.write((tx) => rebook(tx, customerId, link, wish, shop.now()))
      return c.json(asBooking((await visitById(shop.read, wish.id))!, await shopOf(shop.read), shop.now()), 201)
    },
  )

/** A signature that is not ours is as good as a link that was used. */
function linkIn({ vault }: Shop, token: string): string {
  const id = rebookIdIn(vault.signed(token))
  if (!id) throw new Refusal('link_used')
  return id
}

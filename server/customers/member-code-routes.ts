import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { toBase64Url } from '../../shared/member-code.ts'
import { aboutCard, makeMemberCard, memberCardOf } from './member-code.ts'
import { type SignedIn, signedIn } from './signed-in.ts'

/** The phone keeps the secret and makes its codes alone; `serverNow` corrects its clock. */
export const memberCodeRoutes = new Hono<SignedIn>().get(
  '/',
  describeRoute({ summary: 'What my phone makes my code from' }),
  signedIn,
  async (c) => {
    const { shop, customerId } = c.var
    const { ref, number } =
      (await memberCardOf(shop.read, customerId)) ?? (await shop.write((tx) => makeMemberCard(tx, customerId)))
    const secret = toBase64Url(shop.vault.derived(aboutCard(ref))[0]!)
    c.header('Cache-Control', 'no-store')
    return c.json({ ref, number, secret, serverNow: shop.now() })
  },
)

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Id } from '../../shared/fields.ts'
import { WalletName } from '../../shared/wallets.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { entriesOf } from '../loyalty/points.ts'
import { validated } from '../validated.ts'
import { walletsOf } from './wallets.ts'

const Older = z.object({ at: z.coerce.date().optional(), id: Id.optional() })

export const walletRoutes = new Hono<SignedIn>()
  .use(signedIn)
  .get('/', describeRoute({ summary: 'My stamps, packages and money in the shop' }), async (c) => {
    const { shop, customerId } = c.var
    const { stamps, packages, creditVnd } = await walletsOf(shop.read, customerId, shop.now())
    return c.json({
      ...{ stamps, creditVnd },
      packages: packages.map(({ paidVnd: _, refundedVnd: __, ...shown }) => shown),
    })
  })
  .get(
    '/:wallet/entries',
    describeRoute({ summary: 'What came and went in one of my wallets' }),
    validated('param', z.object({ wallet: WalletName })),
    validated('query', Older),
    async (c) => {
      const { shop, customerId } = c.var
      const { at, id } = c.req.valid('query')
      const page = at && id ? { before: { at, id } } : {}
      return c.json(await entriesOf(shop.read, customerId, page, c.req.valid('param').wallet))
    },
  )

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { Shop } from '../shop.ts'
import { type AsStaff, may } from '../staff/may.ts'
import { doorEpochOf, doorStatement, pictureOf, renewDoorCode } from './door.ts'

const leads = may('owner', 'manager')

/** The code to hang at the door: who scans it with Zalo says that they are here. */
export const doorCodeRoutes = new Hono<AsStaff>()
  .get('/door-code', describeRoute({ summary: 'The code at the door, as a link and as a picture' }), leads, async (c) =>
    c.json(await doorCodeOf(c.var.shop)),
  )
  .post(
    '/door-code/renew',
    describeRoute({ summary: 'Another code at the door; the old one is void' }),
    leads,
    async (c) => {
      const { shop, staff } = c.var
      await shop.write((tx) => renewDoorCode(tx, staff, shop.now()))
      return c.json(await doorCodeOf(shop))
    },
  )

async function doorCodeOf({ read, vault, zaloSettings }: Shop) {
  const { miniAppId } = await zaloSettings()
  const code = vault.sign(doorStatement(await doorEpochOf(read)))
  const url = `https://zalo.me/s/${miniAppId}/check-in?code=${code}`
  return { url, svg: pictureOf(url) }
}

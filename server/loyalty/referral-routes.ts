import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Device, NewReferral } from '../../shared/referrals.ts'
import { type SignedIn, signedIn } from '../customers/signed-in.ts'
import { validated } from '../validated.ts'
import { limitedWrites } from '../write-limits.ts'
import { friendsOf, inviteKept, inviteOf, rulesOf } from './invites.ts'
import { acceptInvite } from './referrals.ts'

export const inviteRoutes = new Hono<SignedIn>().get(
  '/',
  describeRoute({ summary: 'My code to invite with, what it brings, and whom it brought' }),
  signedIn,
  validated('query', z.object({ device: Device.optional() })),
  async (c) => {
    const { shop, customerId } = c.var
    const { device } = c.req.valid('query')
    const { referrerPoints, friendPoints, leastVnd, waitDays } = await rulesOf(shop.read, shop.now())
    const code =
      (await inviteKept(shop.read, customerId, device)) ??
      (await shop.write((tx) => inviteOf(tx, customerId, device, shop.now())))
    c.header('Cache-Control', 'no-store')
    return c.json({
      ...{ code, terms: { referrerPoints, friendPoints, leastVnd, waitDays } },
      ...(await friendsOf(shop.read, customerId)),
    })
  },
)

export const referralRoutes = new Hono<SignedIn>().post(
  '/',
  describeRoute({ summary: 'Say who brought me, before my first visit' }),
  signedIn,
  limitedWrites,
  validated('json', NewReferral),
  async (c) => {
    const { shop, customerId } = c.var
    const { state } = await shop.write((tx) => acceptInvite(tx, customerId, c.req.valid('json'), shop.now()))
    return c.json({ state }, 201)
  },
)

import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { Birthday, ConsentChange, PhoneProof, ProfileChange, SignIn } from '../../shared/customers.ts'
import { consentPurposes } from '../../shared/notifications.ts'
import { Refusal } from '../../shared/refusals.ts'
import { balanceOf } from '../loyalty/points.ts'
import { thank, thankFollower } from '../loyalty/thanks.ts'
import { Answer } from '../problem.ts'
import type { Shop } from '../shop.ts'
import { validated } from '../validated.ts'
import { ZaloFault } from '../zalo/errors.ts'
import { tellBirthday } from './birthday.ts'
import { changeProfile } from './change-customer.ts'
import { consentOf, recordConsent, withdrawPhone } from './consents.ts'
import { customerById, oaUserOf } from './customers.ts'
import { normalisedPhone } from './phone.ts'
import { provePhone } from './prove-phone.ts'
import { nameless, signIn, signOut } from './sign-in.ts'
import { type SignedIn, signedIn } from './signed-in.ts'

/** Coming in with what Zalo says, and going out. */
export const sessionRoutes = new Hono<SignedIn>()
  .post('/', describeRoute({ summary: 'Sign in with a Zalo access token' }), validated('json', SignIn), async (c) => {
    const { shop } = c.var
    const person = await vouched(() => shop.zalo.profile(c.req.valid('json').accessToken))
    const { token, customerId } = await shop.write(async (tx) => {
      const session = await signIn(tx, person, shop.now())
      await thankFollower(tx, session, shop.now())
      return session
    })
    return c.json({ token, customer: await meOf(shop, customerId) }, 201)
  })
  .delete('/', describeRoute({ summary: 'Sign out' }), signedIn, async (c) => {
    const { shop, tokenHash } = c.var
    await shop.write((tx) => signOut(tx, tokenHash, shop.now()))
    shop.lately.delete(tokenHash)
    return c.body(null, 204)
  })

export const meRoutes = new Hono<SignedIn>()
  .get('/', describeRoute({ summary: 'My profile' }), signedIn, async (c) =>
    c.json(await meOf(c.var.shop, c.var.customerId)),
  )
  .patch(
    '/',
    describeRoute({ summary: 'Change my name or language' }),
    signedIn,
    validated('json', ProfileChange),
    async (c) => {
      const { shop, customerId } = c.var
      await shop.write((tx) => changeProfile(tx, customerId, c.req.valid('json')))
      return c.json(await meOf(shop, customerId))
    },
  )
  .put(
    '/birthday',
    describeRoute({ summary: 'Tell my birthday; another day may be said once more' }),
    signedIn,
    validated('json', Birthday),
    async (c) => {
      const { shop, customerId } = c.var
      await shop.write(async (tx) => {
        await tellBirthday(tx, customerId, c.req.valid('json'), shop.now())
        await thank(tx, { customerId, for: 'birthday_told' }, shop.now())
      })
      return c.json(await meOf(shop, customerId))
    },
  )
  .post(
    '/phone',
    describeRoute({ summary: 'Share my phone, with the single-use code of getPhoneNumber' }),
    signedIn,
    validated('json', PhoneProof),
    async (c) => {
      const { shop, customerId } = c.var
      const given = c.req.valid('json')
      const number = await vouched(async () => {
        const person = await shop.zalo.profile(given.accessToken)
        const customer = await customerById(shop.read, customerId)
        if (person.id !== customer?.zaloUserId) throw new Answer('not_allowed') // somebody else's phone
        return shop.zalo.phoneOf(given)
      })
      const phone = normalisedPhone(number)
      if (!phone) throw new Refusal('zalo_refused')
      const id = await shop.write(async (tx) => {
        const proven = await provePhone(tx, customerId, phone, shop.now())
        await thank(tx, { customerId: proven, for: 'phone' }, shop.now())
        return proven
      })
      if (id !== customerId) shop.lately.clear()
      return c.json(await meOf(shop, id))
    },
  )
  .delete('/phone', describeRoute({ summary: 'Take my phone back' }), signedIn, async (c) => {
    const { shop, customerId } = c.var
    await shop.write((tx) => withdrawPhone(tx, customerId, shop.now()))
    return c.json(await meOf(shop, customerId))
  })

export const consentRoutes = new Hono<SignedIn>().put(
  '/:purpose',
  describeRoute({ summary: 'Allow a kind of message, or photos, or take that back at once' }),
  signedIn,
  validated('param', z.object({ purpose: z.enum(consentPurposes) })),
  validated('json', ConsentChange),
  async (c) => {
    const { shop, customerId } = c.var
    const { granted } = c.req.valid('json')
    const { purpose } = c.req.valid('param')
    await shop.write((tx) => recordConsent(tx, customerId, purpose, granted, shop.now()))
    return c.json(await meOf(shop, customerId))
  },
)

async function meOf({ read: db, now }: Pick<Shop, 'read' | 'now'>, id: string) {
  const customer = await customerById(db, id)
  if (!customer) throw new Answer('not_signed_in')
  const { name, phone, avatarUrl, zaloUserId, language, birthDay, birthYear, birthChanges } = customer
  return {
    id,
    name: name === nameless ? '' : name,
    phone,
    avatarUrl,
    followsOa: zaloUserId ? ((await oaUserOf(db, zaloUserId))?.follows ?? false) : false,
    wantsOffers: (await consentOf(db, id, 'marketing')) ?? false,
    allowsPhotos: (await consentOf(db, id, 'photos')) ?? false,
    wantsNews: (await consentOf(db, id, 'visit_messages')) ?? true,
    language,
    birthday: birthDay === null ? null : { day: birthDay, year: birthYear, mayChange: birthChanges === 0 },
    points: await balanceOf(db, id, now()),
  }
}

/** Zalo said no: the shopper may try again. Zalo said nothing: later. */
async function vouched<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (fault) {
    if (!(fault instanceof ZaloFault)) throw fault
    throw new Refusal(fault.kind === 'permanent' ? 'zalo_refused' : 'zalo_silent')
  }
}

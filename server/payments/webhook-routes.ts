import { Hono } from 'hono'
import { BankNotice } from '../../shared/payments.ts'
import { moneyCame } from '../orders/money-came.ts'
import { Answer } from '../problem.ts'
import type { Shop } from '../shop.ts'
import { secretOf } from './bank.ts'
import { takeNotice } from './notices.ts'
import { isSignedBy } from './signature.ts'

/** Where an adapter of the bank tells what came in: docs/bank-webhook.md says how. */
export const bankWebhookRoutes = new Hono<{ Variables: { shop: Shop } }>().post('/bank', async (c) => {
  const { shop } = c.var
  const rawBody = new Uint8Array(await c.req.arrayBuffer())
  const secret = await secretOf(shop.read, shop.vault)
  if (!secret || !isSignedBy(secret, rawBody, c.req.header('x-signature') ?? '')) throw new Answer('bad_signature')
  const notice = BankNotice.safeParse(jsonOf(rawBody))
  if (!notice.success) throw new Answer('bad_input', notice.error.issues[0]?.path.join('.') || 'json')
  const state = await shop.write(async (tx) => {
    const taken = await takeNotice(tx, notice.data, shop.now())
    await moneyCame(tx, taken.paymentId, shop.now())
    return taken.state
  })
  return c.json({ state })
})

function jsonOf(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(rawBody))
  } catch {
    throw new Answer('bad_input', 'json', 'not_json')
  }
}

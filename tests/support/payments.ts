import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import { newId } from '../../shared/ids.ts'
import type { WithProgramme } from './programme.ts'
import { openProgramme } from './programme.ts'
import { known } from './test-shop.ts'

const account = { bin: '970436', accountNo: '0123456789', holder: 'Tiệm Tóc Mây' }

/** What an adapter of a bank sends beside the body. */
export const signed = (secret: string, body: string) => ({
  'x-signature': createHmac('sha256', secret).update(body).digest('hex'),
})

/** A shop with a bank account, and a bank that tells of money. */
export async function openPayments() {
  const shop = await openProgramme()
  expect((await shop.owner('PUT', '/bank', account)).status).toBe(200)
  const { secret } = (await shop.owner('POST', '/bank/secret')).body as { secret: string }
  const send = async (body: string, headers: Record<string, string>) => {
    const answer = await shop.app.request('/webhooks/bank', { method: 'POST', body, headers })
    return { status: answer.status, body: await answer.json() }
  }
  const tell = (amountVnd: number, text: string, id: string = newId()) => {
    const body = JSON.stringify({ id, amountVnd, text, at: shop.clock.at.toISOString() })
    return send(body, signed(secret, body))
  }
  return { ...shop, secret, send, tell }
}
type WithBank = Awaited<ReturnType<typeof openPayments>>

/** Lan, or somebody nobody knows, is here for a haircut of 105,000 đồng. */
export async function atTheTill({ owner, lan, wait }: Pick<WithProgramme, 'owner' | 'lan' | 'wait'>, isLan = true) {
  const id = newId()
  wait(35)
  const whose = { customerId: isLan ? lan.id : null, newCustomer: null, overrideReason: 'Khách quen' }
  const asked = { id, parts: [{ serviceId: known.haircut.id }], startsAt: null, ...whose }
  expect((await owner('POST', '/bookings', asked)).status).toBe(201)
  return id
}

/** Asks for a transfer and answers with it. */
export async function ask({ owner }: Pick<WithBank, 'owner'>, bookingId: string, amountVnd = known.haircut.priceVnd) {
  const { status, body } = await owner('POST', `/bookings/${bookingId}/payments`, { id: newId(), amountVnd })
  expect(status).toBe(201)
  return body as { id: string; memo: string; state: string; svg: string | null; account: object | null }
}

export const pay = ({ owner }: Pick<WithBank, 'owner'>, bookingId: string, payment: object, more: object = {}) =>
  owner('POST', `/bookings/${bookingId}/complete`, { ...more, payment })

export const money = async ({ owner }: Pick<WithBank, 'owner'>) => (await owner('GET', '/money')).body

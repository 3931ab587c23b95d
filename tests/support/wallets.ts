import { expect } from 'vitest'
import { newId } from '../../shared/ids.ts'
import type { WithProgramme } from './programme.ts'
import { known } from './test-shop.ts'

type Owner = Pick<WithProgramme, 'owner'>
type WithLan = Pick<WithProgramme, 'owner' | 'lan'>

/** A package of ten haircuts for a million that can be bought. */
export async function plan({ owner }: Owner, more: object = {}) {
  const id = newId()
  const ten = { name: '10 lần cắt', serviceId: known.haircut.id, sessions: 10, priceVnd: 1_000_000 }
  const wish = { id, ...ten, validDays: null, shareable: false, ...more }
  expect((await owner('POST', '/package-plans', wish)).status).toBe(201)
  return id
}

/** Sold to Lan, for a million unless something else is said. */
export async function sold(shop: WithLan, planId: string, paidVnd = 1_000_000) {
  const answer = await shop.owner('POST', `/customers/${shop.lan.id}/packages`, { id: newId(), planId, paidVnd })
  expect(answer.status).toBe(201)
  return answer.body.id as string
}

/** A card of two haircuts for an offer. */
export async function card({ owner }: Owner, offerId: string, more: object = {}) {
  const id = newId()
  const wish = { id, name: 'Cắt 2 tặng 1', goal: 2, serviceIds: [known.haircut.id], offerId, ...more }
  expect((await owner('POST', '/stamp-cards', wish)).status).toBe(201)
  return id
}

export const credit = ({ owner, lan }: WithLan, amountVnd: number, more: object = {}) =>
  owner('POST', `/customers/${lan.id}/credit`, { id: newId(), amountVnd, reason: 'Nạp tiền', ...more })

/** What Lan sees beside her points. */
export const wallets = async ({ lan }: Pick<WithProgramme, 'lan'>) => (await lan('GET', '/wallets')).body

import { expect } from 'vitest'
import { newId } from '../../shared/ids.ts'
import type { Programme } from '../../shared/programme.ts'
import { openProgramme, type WithProgramme } from './programme.ts'
import { known } from './test-shop.ts'

export const noHolds: Programme['holds'] = { visitsADay: null, pointsADay: null, staffPhones: true }
export const referral: Programme['referral'] = {
  ...{ referrerPoints: 50, friendPoints: 20, leastVnd: 100_000, waitDays: 7, mostAYear: 10 },
}

/** A visit of anybody, or of nobody who is known, that is done and paid now. */
export async function visitOf(
  { owner, wait }: Pick<WithProgramme, 'owner' | 'wait'>,
  customerId: string | null,
  paid: object = {},
  serviceId: string = known.haircut.id,
) {
  const id = newId()
  wait(35)
  const booked = await owner('POST', '/bookings', {
    ...{ id, parts: [{ serviceId }], startsAt: null, customerId, newCustomer: null, overrideReason: 'Khách quen' },
  })
  expect(booked.status).toBe(201)
  const done = await owner('POST', `/bookings/${id}/complete`, paid)
  const refund = (amountVnd: number) =>
    owner('POST', `/bookings/${id}/refunds`, { id: newId(), amountVnd, reason: 'Khách đổi ý' })
  return { id, ...done, refund }
}

/** A shop in which Lan invites Minh, who has just said so. */
export async function openInvited(
  rules: Partial<Programme> = {},
  { lanDevice, minhDevice }: { lanDevice?: string; minhDevice?: string } = {},
) {
  const shop = await openProgramme({ referral, ...rules })
  const again = async (...asked: Parameters<typeof shop.lan>) => (await shop.customer('minh'))(...asked)
  const { id } = await shop.customer('minh')
  const minh = Object.assign(again, { id })
  const { code } = (await shop.lan('GET', `/me/invite${lanDevice ? `?device=${lanDevice}` : ''}`)).body
  const said = await minh('POST', '/referrals', { code, ...(minhDevice && { device: minhDevice }) })
  return {
    ...{ ...shop, minh, code, said },
    friend: async () => (await shop.lan('GET', '/me/invite')).body.friends[0],
    pointsOf: async (who: typeof shop.lan) => (await who('GET', '/points')).body,
  }
}

import { expect } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { firstProgramme, type Programme } from '../../shared/programme.ts'
import { type Client, openTestShop, type TestShop, unlimited } from './shop.ts'
import { known } from './test-shop.ts'

/** A shop whose programme has some rules, with Lan and the owner at hand. */
export async function openProgramme(rules: Partial<Programme> = {}, now?: string) {
  const shop = await openTestShop({ configure: unlimited, ...(now && { now }) })
  /** Anew each time: nobody stays signed in for weeks. */
  const owner: Client = async (...asked) => (await shop.staff('owner'))(...asked)
  const programme = { ...firstProgramme(10_000), ...rules }
  expect((await owner('PUT', '/programme', programme)).status).toBe(200)
  shop.wait(1)
  const { id } = await shop.customer('lan')
  const lan = Object.assign(async (...asked: Parameters<Client>) => (await shop.customer('lan'))(...asked), { id })
  const pass = async (minutes: number) => {
    shop.wait(minutes)
    await shop.rounds()
  }
  return { ...shop, owner, lan, pass, points: async () => (await lan('GET', '/points')).body }
}
export type WithProgramme = Awaited<ReturnType<typeof openProgramme>>

/** A visit of Lan's that is done and paid now. */
export async function visit(
  { owner, lan, wait }: Pick<WithProgramme, 'owner' | 'lan'> & Pick<TestShop, 'wait'>,
  paid: object = {},
  parts: object[] = [{ serviceId: known.haircut.id }],
) {
  const id = newId()
  wait(35)
  // Also on a holiday, which comes along when weeks pass.
  const whose = { customerId: lan.id, newCustomer: null, overrideReason: 'Khách quen' }
  const booked = await owner('POST', '/bookings', { id, parts, startsAt: null, ...whose })
  expect(booked.status).toBe(201)
  const done = await owner('POST', `/bookings/${id}/complete`, paid)
  return {
    id,
    ...done,
    refund: (amountVnd: number) =>
      owner('POST', `/bookings/${id}/refunds`, { id: newId(), amountVnd, reason: 'Khách đổi ý' }),
  }
}
/** Points that Lan brought along. */
export const opened = async ({ owner, lan }: WithProgramme, points: number) =>
  expect(
    (
      await owner('POST', `/customers/${lan.id}/adjustments`, {
        id: newId(),
        points,
        reasonCode: 'opening',
        note: 'Sổ cũ',
      })
    ).body.status,
  ).toBe('done')

/** An offer that is on. */
export async function offer(
  { owner }: Pick<WithProgramme, 'owner'>,
  pointsCost: number,
  more: object = {},
  state = 'live',
) {
  const id = newId()
  const nothing = {
    amountVnd: null,
    percent: null,
    mostVnd: null,
    serviceId: null,
    stock: null,
    perPerson: null,
    budgetVnd: null,
  }
  const wish = {
    ...nothing,
    id,
    name: 'Quà',
    words: '',
    kind: 'gift',
    costVnd: 0,
    pointsCost,
    fromDay: null,
    toDay: null,
  }
  const rest = { weekdays: [], audience: { kind: 'everybody' }, validDays: null, startsAfterDays: 0, alone: true }
  expect((await owner('POST', '/offers', { ...wish, ...rest, ...more })).status).toBe(201)
  if (state !== 'draft') await owner('POST', `/offers/${id}/state`, { state: 'live' })
  if (state !== 'draft' && state !== 'live') await owner('POST', `/offers/${id}/state`, { state })
  return id
}

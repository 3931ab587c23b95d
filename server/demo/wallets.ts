import { eq } from 'drizzle-orm'
import { accounts, bookings, offers, packagePlans, stampCards } from '../../drizzle/schema/index.ts'
import { addMinutes, dayMs } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { changeCredit } from '../loyalty/credit.ts'
import { stampVisit } from '../offers/stamp-visit.ts'
import { freezePackage } from '../packages/freeze.ts'
import { payWithPackages } from '../packages/pay.ts'
import { refundPackage } from '../packages/refund.ts'
import { sellPackage } from '../packages/sell.ts'
import type { Staff } from '../staff/audit.ts'
import { serviceId } from './catalog.ts'
import type { Random } from './random.ts'

type Done = { id: string; customerId: string; serviceId: string; priceVnd: number; statusAt: Date }

const [cut, cutForMen, wash, steam] = [serviceId(0), serviceId(1), serviceId(4), serviceId(6)]

async function ownerOf(tx: Tx): Promise<Staff> {
  const [{ id, name, role } = { id: 'demo', name: 'demo', role: 'owner' as const }] = await tx
    .select()
    .from(accounts)
    .where(eq(accounts.role, 'owner'))
  return { id, name, role }
}

/**
 * Packages that some bought and washed their hair on, and money in a few wallets. Buyers are those who came too seldom for
 * a reward. Answers with the visits that were paid so, which earn nothing.
 */
export async function packagesSold(tx: Tx, random: Random, visits: Done[], regular: string, now: Date) {
  const owner = await ownerOf(tx)
  const washes = { id: random.id(), name: 'Gội thư giãn 10 buổi', serviceId: wash, sessions: 10, priceVnd: 600_000 }
  const steams = { id: random.id(), name: 'Hấp dầu 5 buổi', serviceId: steam, sessions: 5, priceVnd: 850_000 }
  const created = { state: 'live' as const, createdAt: new Date(now.getTime() - 300 * dayMs) }
  await tx.insert(packagePlans).values([
    { ...washes, ...created, validDays: 180, shareable: true },
    { ...steams, ...created, validDays: 365 },
  ])
  const prepaid = new Set<string>()
  const sold: string[] = []
  for (const own of buyers(visits, regular)) {
    const id = random.id()
    sold.push(id)
    const first = addMinutes(own[0]!.statusAt, -40)
    await sellPackage(tx, owner, own[0]!.customerId, { id, planId: washes.id, paidVnd: washes.priceVnd }, first)
    for (const { id: bookingId, customerId, serviceId, priceVnd, statusAt } of own) {
      const due = { parts: [{ serviceId, priceVnd }], dueVnd: priceVnd, by: owner.id }
      await payWithPackages(tx, { ...due, customerId, bookingId, packageIds: [id] }, statusAt)
      await tx.update(bookings).set({ prepaidVnd: priceVnd }).where(eq(bookings.id, bookingId))
      prepaid.add(bookingId)
    }
  }
  if (sold[0]) await freezePackage(tx, owner, sold[0], now)
  const back = { id: random.id(), reason: 'Khách chuyển nhà' }
  if (sold[1]) await refundPackage(tx, owner, sold[1], back, now)
  // A gift, so that it earns nothing: whoever tries the demo finds the points they expect.
  const gift = { id: random.id(), planId: steams.id, paidVnd: 0 }
  await sellPackage(tx, owner, regular, gift, new Date(now.getTime() - 20 * dayMs))
  await fillWallets(tx, random, owner, visits, regular, now)
  return prepaid
}

/** The washes of up to eight customers whose visits all together earn no reward, by time. */
function buyers(visits: Done[], regular: string): Done[][] {
  const others = [...new Set(visits.map(({ customerId }) => customerId))].filter((id) => id !== regular)
  return others
    .map((id) => visits.filter(({ customerId }) => customerId === id))
    .filter((own) => own.reduce((sum, { priceVnd }) => sum + priceVnd, 0) < 600_000)
    .map((own) => byTime(own.filter((visit) => visit.serviceId === wash)))
    .filter((own) => own.length >= 2)
    .slice(0, 8)
}

async function fillWallets(tx: Tx, random: Random, owner: Staff, visits: Done[], regular: string, now: Date) {
  const others = [...new Set(visits.map(({ customerId }) => customerId))].filter((id) => id !== regular).slice(0, 4)
  for (const customerId of [regular, ...others]) {
    const wish = { id: random.id(), amountVnd: 220_000, paidVnd: 200_000, reason: 'Nạp 200.000 đ, tặng thêm 10 %' }
    await changeCredit(tx, owner, customerId, wish, new Date(now.getTime() - 10 * dayMs))
  }
}

/** A card of five haircuts that visits of three months stamped; some have it full already. */
export async function stampsOfVisits(tx: Tx, random: Random, visits: Done[], prepaid: Set<string>, now: Date) {
  const since = new Date(now.getTime() - 90 * dayMs)
  const gift = { kind: 'free_service', serviceId: wash, mostVnd: 70_000, state: 'live', validDays: 60 } as const
  const offerId = random.id()
  await tx.insert(offers).values({ ...gift, id: offerId, name: 'Một lần gội đầu', createdAt: since })
  const card = { id: random.id(), name: 'Cắt 5 tặng 1', goal: 5, serviceIds: [cut, cutForMen], offerId }
  await tx.insert(stampCards).values({ ...card, state: 'live', createdAt: since })
  const stamping = visits.filter(({ id, statusAt }) => statusAt >= since && !prepaid.has(id))
  for (const { id, customerId, serviceId, priceVnd, statusAt } of byTime(stamping))
    if (card.serviceIds.includes(serviceId))
      await stampVisit(tx, { id, customerId, paidVnd: priceVnd, parts: [{ serviceId }], by: 'demo' }, statusAt)
}

const byTime = (visits: Done[]) => visits.toSorted((a, b) => a.statusAt.getTime() - b.statusAt.getTime())

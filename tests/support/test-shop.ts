import { accounts, offers, services, shop, staffMembers, weeklyHours } from '../../drizzle/schema/index.ts'
import type { Tx } from '../../server/database.ts'
import { chooseDemoTemplates } from '../../server/demo/templates.ts'
import { hashPassword } from '../../server/staff/passwords.ts'
import { type Role, roles } from '../../shared/staff.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** What every test shop holds: two who cut hair from 8 to 12 and from 13 to 20 each day, two services, one reward. */
export const known = {
  haircut: { id: id(1), name: 'Cắt tóc', category: 'Tóc', durationMinutes: 30, priceVnd: 105_000, active: true },
  colour: { id: id(2), name: 'Nhuộm tóc', category: 'Màu', durationMinutes: 90, priceVnd: 450_000, active: true },
  thao: { id: id(11), name: 'Thảo', active: true },
  quan: { id: id(12), name: 'Quân', active: true },
  wash: { id: id(21), name: 'Gội đầu miễn phí', pointsCost: 10, kind: 'gift' as const, state: 'live' as const },
  accounts: Object.fromEntries(roles.map((role, i) => [role, { id: id(31 + i), email: `${role}@tiem.vn` }])) as Record<
    Role,
    { id: string; email: string }
  >,
  password: 'mot-mat-khau-dai',
  miniAppId: '3456789012345678901',
}

export async function fillTestShop(tx: Tx) {
  const passwordHash = await hashPassword(known.password)
  await tx.insert(shop).values({ id: 1, name: 'Tiệm thử', address: '1 Đường Thử', phone: '0236 111 2222' })
  await tx.insert(services).values([known.haircut, known.colour])
  await tx.insert(staffMembers).values([known.thao, known.quan])
  await tx.insert(offers).values({ ...known.wash, createdAt: new Date(0) })
  await tx.insert(weeklyHours).values(
    [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
      { weekday, startMinute: 480, lengthMinutes: 240 },
      { weekday, startMinute: 780, lengthMinutes: 420 },
    ]),
  )
  await chooseDemoTemplates(tx, known.miniAppId, new Date(0))
  for (const role of roles)
    await tx
      .insert(accounts)
      .values({ ...known.accounts[role], name: role, role, passwordHash, active: true, createdAt: new Date(0) })
}

/** All that the shop's own people can be told. */
export const allWanted = {
  ...{ daily: true, weekly: true, lowRating: true, noShows: true, quota: true, connection: true, newOrders: true },
  ...{ atMinute: 480, weekday: 1 },
}

/** The query of free times of one service. */
export const slotsOf = (serviceId: string, day: string, staffId: string | null = null) =>
  `/slots?${new URLSearchParams({ wanted: JSON.stringify({ parts: [{ serviceId, staffId }] }), day })}`

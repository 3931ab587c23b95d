import { eq } from 'drizzle-orm'
import { resources, services, shop, staffMembers, weeklyHours } from '../../drizzle/schema/index.ts'
import type { Shop } from '../../server/shop.ts'
import { newId } from '../../shared/ids.ts'
import { known } from './test-shop.ts'

type Write = Pick<Shop, 'write'>

/** Rules of the shop, straight into its row. */
export const setRules = ({ write }: Write, rules: Partial<typeof shop.$inferInsert>) =>
  write((tx) => tx.update(shop).set(rules))

export const setService = ({ write }: Write, id: string, facts: Partial<typeof services.$inferInsert>) =>
  write((tx) => tx.update(services).set(facts).where(eq(services.id, id)))

export const setStaff = ({ write }: Write, id: string, facts: Partial<typeof staffMembers.$inferInsert>) =>
  write((tx) => tx.update(staffMembers).set(facts).where(eq(staffMembers.id, id)))

export async function addResource({ write }: Write, quantity: number) {
  const id = newId()
  await write((tx) => tx.insert(resources).values({ id, name: 'Ghế', quantity, active: true }))
  return id
}

/** The shop is open every day in these intervals, [minute, length]. */
export const setHours = ({ write }: Write, ...intervals: [startMinute: number, lengthMinutes: number][]) =>
  write(async (tx) => {
    await tx.delete(weeklyHours)
    const days = [1, 2, 3, 4, 5, 6, 7]
    await tx
      .insert(weeklyHours)
      .values(
        days.flatMap((weekday) =>
          intervals.map(([startMinute, lengthMinutes]) => ({ weekday, startMinute, lengthMinutes })),
        ),
      )
  })

export const haircut = (staffId: string | null = null) => ({ serviceId: known.haircut.id, staffId })
export const colour = (staffId: string | null = null) => ({ serviceId: known.colour.id, staffId })

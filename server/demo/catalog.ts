import {
  intakeQuestions,
  offers,
  policies,
  resources,
  services,
  shop,
  staffMembers,
  weeklyHours,
} from '../../drizzle/schema/index.ts'
import { dayOf } from '../../shared/time.ts'
import { addHolidays, missingHolidays } from '../catalog/holidays.ts'
import type { Tx } from '../database.ts'
import { intake, moreOf, policyWords, refundTiers, things } from './menu-details.ts'
import type { Random } from './random.ts'
import { menu, rewardMenu, salon, shopWeek, staffNames, trangWeek } from './salon.ts'

/** What is sold, by whom, when and under which rules; the ids of those who serve. */
export async function fillCatalog(tx: Tx, random: Random, place: { zone: string }, now: Date) {
  await tx.insert(shop).values({ id: 1, ...salon, ...place })
  const members = staffNames.map((name) => ({ id: random.id(), name, active: true }))
  const staffIds = members.map(({ id }) => id)
  await tx.insert(staffMembers).values(members)
  await tx
    .insert(resources)
    .values(things.map(([name, quantity], i) => ({ id: resourceId(i), name, quantity, active: true })))
  await tx.insert(services).values(
    menu.map(([name, category, durationMinutes, priceVnd], i) => ({
      ...{ id: serviceId(i), name, category, durationMinutes, priceVnd, active: true },
      ...moreOf(i, staffIds, idOf, resourceId),
    })),
  )
  await tx
    .insert(offers)
    .values(rewardMenu.map(([name, pointsCost], i) => ({ ...gift, id: rewardId(i), name, pointsCost, createdAt: now })))
  await tx.insert(weeklyHours).values([...shopWeek, ...trangWeek.map((each) => ({ ...each, staffId: staffIds[3]! }))])
  const { service, ...question } = intake
  await tx.insert(intakeQuestions).values({ id: idOf(501), serviceId: serviceId(service), ...question })
  await tx.insert(policies).values({ words: policyWords, refundTiers, cancelHours: 2, at: now })
  await addHolidays(tx, await missingHolidays(tx, dayOf(now, place.zone)))
  return staffIds
}

const gift = { kind: 'gift', state: 'live', costVnd: 20_000 } as const

const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const serviceId = (i: number) => idOf(i + 1)
export const rewardId = (i: number) => idOf(i + 101)
const resourceId = (i: number) => idOf(i + 201)

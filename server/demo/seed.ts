import { eq } from 'drizzle-orm'
import {
  accounts,
  bookings,
  consents,
  customers,
  daysOff,
  feedback,
  oaUsers,
  triggers,
} from '../../drizzle/schema/index.ts'
import { fold } from '../../shared/fold.ts'
import { addDays, addMinutes, dayOf, minuteMs, weekdayOf } from '../../shared/time.ts'
import { holidaysOf } from '../catalog/vietnamese-holidays.ts'
import type { Tx } from '../database.ts'
import type { Shop } from '../shop.ts'
import { hashPassword } from '../staff/passwords.ts'
import { createPeople, type Person } from '../zalo/stand-in/people.ts'
import { bringAlong } from './brought.ts'
import { fillCatalog, serviceId } from './catalog.ts'
import { figuresInDemo } from './figures.ts'
import { friendsInDemo, thankInDemo } from './friends.ts'
import { demoLogins } from './logins.ts'
import { doesNot } from './menu-details.ts'
import { ordersInDemo } from './orders.ts'
import { tieOwnerInDemo } from './owner.ts'
import { addParts } from './parts.ts'
import { paymentsOfVisits } from './payments.ts'
import { type DemoCustomer, demoCustomers } from './people.ts'
import { pointsOf } from './points.ts'
import { shelfInDemo } from './products.ts'
import { createRandom, type Random } from './random.ts'
import { menu, opinions, shopWeek, trangWeek } from './salon.ts'
import { chooseDemoTemplates } from './templates.ts'
import { type DemoVisit, demoVisits } from './visits.ts'
import { packagesSold, stampsOfVisits } from './wallets.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** Fills an empty database with a salon of four, 300 customers and half a year of visits: the same on the same day. */
export async function seedDemo({ write, now, config }: Pick<Shop, 'write' | 'now' | 'config'>) {
  const passwordHashes = await Promise.all(demoLogins.map(({ password }) => hashPassword(password)))
  await write(async (tx) => {
    const random = createRandom(20_261_122)
    const staffIds = await fillCatalog(tx, random, { zone }, now())
    for (const [i, { password: _, ...login }] of demoLogins.entries())
      await tx
        .insert(accounts)
        .values({ ...login, id: random.id(), passwordHash: passwordHashes[i]!, active: true, createdAt: now() })
    const closed = tetYears.map((year) => ({
      ...{ id: random.id(), staffId: null, reason: 'Nghỉ Tết' },
      ...tetOf(year),
    }))
    await tx.insert(daysOff).values(closed)

    await chooseDemoTemplates(tx, config.zalo.miniAppId, now())
    // In the demo nobody wants to wait an hour for the question how it was.
    await tx.update(triggers).set({ waitMinutes: 0 }).where(eq(triggers.intent, 'feedback_ask'))
    await tx.update(triggers).set({ enabled: true }).where(eq(triggers.intent, 'rebook_due'))

    const people = onZalo(demoCustomers(random, 300))
    const hours = [
      ...shopWeek.map((each) => ({ ...each, staffId: null })),
      ...trangWeek.map((each) => ({ ...each, staffId: staffIds[3]! })),
    ]
    const week = { hours, daysOff: closed, specialDays: [], holidays: [], zone }
    const visits = demoVisits(random, people, staffIds, week, now()).filter(
      ({ staffId, service }) => !doesNot(staffIds.indexOf(staffId), service),
    )
    const firstVisit = new Map(visits.toReversed().map(({ customer, from }) => [customer.id, from]))
    await inChunks(people, (some) =>
      tx.insert(customers).values(
        some.map(({ id, name, phone, zaloUserId }) => ({
          ...{ id, name, phone, zaloUserId, nameFolded: fold(name) },
          phoneProvenAt: zaloUserId ? now() : null,
          createdAt: addMinutes(firstVisit.get(id) ?? now(), -60),
        })),
      ),
    )
    const [{ appUserId: userIdByApp, oaUserId }] = createPeople() as [Person, ...Person[]]
    await tx.insert(oaUsers).values({ oaUserId, userIdByApp, follows: true, followsAt: now() })
    await thankInDemo(tx, now())
    await history(tx, random, visits, people.find(({ zaloUserId }) => zaloUserId)!.id, now())
    await paymentsOfVisits(tx)
    const [owner] = await tx.select().from(accounts).where(eq(accounts.role, 'owner'))
    await bringAlong(tx, owner!, now())
    await shelfInDemo(tx, owner!, now())
    await ordersInDemo(tx, owner!, people, now())
    await friendsInDemo(tx, people, now())
    const allow = people.filter(({ zaloUserId }) => !zaloUserId && random.next() < 0.3)
    await inChunks(allow, (some) => tx.insert(consents).values(some.map(({ id }) => offersAllowed(id, now()))))
    await figuresInDemo(tx)
    await tieOwnerInDemo(tx, owner!.id, weekdayOf(dayOf(now(), zone)), now())
  })
}

/** The owner closes from the 29th of the last month to the 5th of the first. */
const tetYears = [2026, 2027, 2028, 2029, 2030, 2031, 2032]
function tetOf(year: number) {
  const days = holidaysOf(year).filter(({ closedUntilAsked }) => closedUntilAsked)
  return { fromDay: addDays(days[0]!.day, -1), toDay: addDays(days.at(-1)!.day, 1) }
}

const offersAllowed = (customerId: string, at: Date) =>
  ({ customerId, purpose: 'marketing', granted: true, textVersion: 'marketing-1', at }) as const

/** The first customer is somebody of the pretend phone, a regular; the others there are new to the shop. */
function onZalo(people: DemoCustomer[]) {
  const regular = people.find(
    ({ habit, firstVisitDaysAgo }) =>
      habit.visits === 99 && habit.everyDays > 15 && habit.everyDays < 30 && firstVisitDaysAgo > 120,
  )!
  const [lan] = createPeople()
  const { name, appUserId: zaloUserId, phone } = lan!
  return people.map((person) =>
    person === regular
      ? Object.assign(person, { name, phone: `+${phone}`, zaloUserId })
      : { ...person, zaloUserId: null },
  )
}

async function history(tx: Tx, random: Random, visits: DemoVisit[], regular: string, now: Date) {
  const rows = visits.map(({ customer, staffId, service, from, to }) => {
    const [serviceName, , , priceVnd] = menu[service]!
    const status =
      to <= now
        ? random.weighted([
            ['completed', 93],
            ['no_show', 3],
            ['cancelled', 4],
          ] as const)
        : from <= now
          ? ('arrived' as const)
          : ('booked' as const)
    const createdAt = addMinutes(from, -60 * (2 + random.below(90)))
    return {
      ...{
        id: random.id(),
        customerId: customer.id,
        serviceId: serviceId(service),
        staffId,
        status,
        serviceName,
        priceVnd,
      },
      ...{
        startsAt: from,
        endsAt: to,
        statusAt: status === 'booked' || createdAt > now ? createdAt : status === 'arrived' ? from : to,
      },
      ...{
        statusBy: 'demo',
        createdAt,
        source: random.weighted([
          ['mini_app', 6],
          ['desk', 3],
          ['walk_in', 1],
        ] as const),
      },
    }
  })
  await inChunks(rows, (some) => tx.insert(bookings).values(some))
  await addParts(tx)

  const done = rows.filter(({ status }) => status === 'completed')
  const own = createRandom(20_261_207) // so that the rest of the demo stays as it is
  const prepaid = await packagesSold(tx, own, done, regular, now)
  await pointsOf(
    tx,
    random,
    done.filter(({ id }) => !prepaid.has(id)),
  )
  await stampsOfVisits(tx, own, done, prepaid, now)

  const said = done
    .filter(() => random.next() < 0.4)
    .map(({ id, customerId, statusAt }) => {
      const rating = random.weighted([
        [5, 55],
        [4, 28],
        [3, 10],
        [2, 5],
        [1, 2],
      ])
      const at = addMinutes(statusAt, 60 + random.below(600))
      const isOld = now.getTime() - at.getTime() > 5 * 24 * 60 * minuteMs
      return {
        id: random.id(),
        bookingId: id,
        customerId,
        rating,
        words: random.pick(opinions[rating]!),
        at,
        readAt: isOld ? at : null,
      }
    })
  await inChunks(
    said.filter(({ at }) => at <= now),
    (some) => tx.insert(feedback).values(some),
  )
}

async function inChunks<Row>(rows: Row[], insert: (some: Row[]) => PromiseLike<unknown>) {
  for (let i = 0; i < rows.length; i += 100) await insert(rows.slice(i, i + 100))
}

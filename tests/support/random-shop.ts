import type { Facts } from '../../server/catalog/facts.ts'
import type { ServiceFacts, SetUp } from '../../server/catalog/set-up.ts'
import { createRandom } from '../../server/demo/random.ts'
import type { WantedVisit } from '../../shared/booking.ts'
import { addDays, dayMs, minuteMs } from '../../shared/time.ts'

/** A claim as the table has it; instants in milliseconds. */
export type Claimed = {
  staffId: string | null
  resourceId: string | null
  units: number
  fromAt: number
  toAt: number
  workFromAt: number
  workToAt: number
  session: string
  people: number
  capacity: number
}

/** Everything about a shop that decides a day, and what somebody wants there. */
export type RandomShop = {
  rules: Omit<SetUp, 'staff' | 'resources'>
  staff: { id: string; name: string; maxPerDay: number | null }[]
  resources: { id: string; quantity: number }[]
  claims: Claimed[]
  blocked: { staffId: string | null; startsAt: number; endsAt: number }[]
  visits: [staffId: string, startsAt: number, bookingId: string][]
  wanted: WantedVisit
  day: string
  now: Date
}

const zones = Intl.supportedValuesOf('timeZone')
const changes = new Map<string, string[]>()

/** The days of a year on which a zone's clocks change. */
function daysOfChange(zone: string): string[] {
  let days = changes.get(zone)
  if (!days) {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    const offset = (day: string) => format.format(Date.parse(`${day}T12:00:00Z`)).split(' ')[1]
    const year = Array.from({ length: 365 }, (_, i) => addDays('2026-01-02', i))
    days = year.filter((day) => offset(day) !== offset(addDays(day, -1)))
    changes.set(zone, days)
  }
  return days
}

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** The same shop for the same number. Small, so that everything meets everything. */
export function randomShop(seed: number): RandomShop {
  const random = createRandom(seed)
  const chance = (percent: number) => random.below(100) < percent
  const pick = <T>(list: readonly T[]) => list[random.below(list.length)]!
  const zone = zones[seed % zones.length]!
  const change = pick([...daysOfChange(zone), '2026-06-10'])
  const day = chance(70) ? addDays(change, random.below(3) - 1) : addDays('2026-03-01', random.below(200))
  const staff = Array.from({ length: 1 + random.below(3) }, (_, i) => ({
    ...{ id: id(11 + i), name: `Thợ ${i}` },
    maxPerDay: chance(10) ? random.below(3) + 1 : null,
  }))
  const resources = Array.from({ length: random.below(3) }, (_, i) => ({
    id: id(31 + i),
    quantity: 1 + random.below(2),
  }))
  const interval = () => ({ startMinute: random.below(96) * 15, lengthMinutes: 15 * (1 + random.below(40)) })
  const anyStaff = () => pick([null, ...staff.map((each) => each.id)])

  const services = Array.from({ length: 1 + random.below(3) }, (_, i) => service(i))
  function service(i: number): ServiceFacts {
    const durationMinutes = pick([15, 25, 30, 60, 90])
    return {
      ...{ id: id(51 + i), name: `Dịch vụ ${i}`, durationMinutes, priceVnd: 100_000, active: 1, private: 0 },
      ...{ bufferBeforeMinutes: pick([0, 0, 10]), bufferAfterMinutes: pick([0, 0, 5, 15]), cleaning: pick([0, 1]) },
      ...{ groupSize: durationMinutes < 90 && chance(20) ? 4 : 1, leadMinutes: chance(20) ? pick([0, 30, 240]) : null },
      deposit: null,
      gaps: durationMinutes === 90 && chance(60) ? [{ fromMinute: 20, minutes: 40 }] : [],
      variants: chance(20) ? [{ id: id(71 + i), name: 'Dài', durationMinutes: durationMinutes + 20, priceVnd: 1 }] : [],
      addons: chance(30) ? [{ id: id(81 + i), name: 'Thêm', minutes: pick([0, 10, 15]), priceVnd: 5 }] : [],
      doneBy: chance(40)
        ? staff.filter(() => chance(70)).map((each) => ({ staffId: each.id, durationMinutes: chance(40) ? 45 : null }))
        : [],
      needs: resources.length && chance(40) ? [{ resourceId: pick(resources).id, quantity: 1 }] : [],
    }
  }
  // A gap must lie inside whatever length is done.
  for (const each of services)
    if (each.gaps.length) each.doneBy = each.doneBy.map((doer) => ({ ...doer, durationMinutes: null }))

  const noon = Date.parse(`${day}T12:00:00Z`)
  const near = () => noon + (random.below(288 * 2) - 288) * 5 * minuteMs
  const claims: Claimed[] = Array.from({ length: random.below(9) }, (_, i) => {
    const [workFromAt, minutes] = [near(), 5 * (1 + random.below(20))]
    const workToAt = workFromAt + minutes * minuteMs
    const ofStaff = !resources.length || chance(70)
    const [before, after] = ofStaff ? [pick([0, 0, 10]), pick([0, 0, 15])] : [0, 0]
    return {
      staffId: ofStaff ? pick(staff).id : null,
      resourceId: ofStaff ? null : pick(resources).id,
      ...{ units: 1, workFromAt, workToAt, fromAt: workFromAt - before * minuteMs, toAt: workToAt + after * minuteMs },
      ...{ session: `other ${i}`, people: 1, capacity: 1 },
    }
  })
  const parts = Array.from({ length: 1 + (chance(40) ? 1 + random.below(2) : 0) }, () => {
    const wanted = pick(services)
    return {
      serviceId: wanted.id,
      variantId: wanted.variants.length && !wanted.gaps.length && chance(50) ? wanted.variants[0]!.id : null,
      addonIds: wanted.addons.length && chance(50) ? [wanted.addons[0]!.id] : [],
      staffId: anyStaff(),
    }
  })
  claims.push(...sessionOf(services.find((each) => each.id === parts[0]!.serviceId)!))
  /** A group that comes together already, on the quarter. */
  function sessionOf({
    id: serviceId,
    groupSize,
    durationMinutes,
    doneBy,
    cleaning,
    ...buffers
  }: ServiceFacts): Claimed[] {
    const leader = pick(staff).id
    if (groupSize === 1 || doneBy.length || parts[0]!.variantId || parts[0]!.addonIds.length) return []
    const begins = noon + (random.below(40) - 20) * 15 * minuteMs
    const ends = begins + durationMinutes * minuteMs
    const [before, after] = [buffers.bufferBeforeMinutes * minuteMs, buffers.bufferAfterMinutes * minuteMs]
    return [
      {
        ...{ staffId: leader, resourceId: null, units: 1, people: 1 + random.below(4), capacity: groupSize },
        ...{
          session: `${serviceId}:${leader}:${begins}:${durationMinutes}`,
          fromAt: begins - before,
          toAt: ends + after,
        },
        ...{ workFromAt: cleaning ? begins - before : begins, workToAt: cleaning ? ends + after : ends },
      },
    ]
  }

  return {
    rules: {
      ...{
        version: 1,
        zone,
        shopName: '',
        slotMinutes: pick([15, 20, 30]),
        leadMinutes: pick([0, 60]),
        horizonDays: pick([1, 30]),
      },
      ...{ bookableUntil: chance(10) ? addDays(day, random.below(3) - 1) : null, maxOpenBookings: 3 },
      ...{ maxPerDay: chance(10) ? 2 : null, buffersInsideHours: pick([0, 1]), acceptance: 'auto', acceptMinutes: 60 },
      ...{ depositMinutes: 30, riskNoShows: null, riskDays: 90, riskPercent: 50 },
      ...{ holdMinutes: 5, policy: null, selfCancel: true, cancelHours: 2, services, questions: [] },
      hours: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
        Array.from({ length: 1 + random.below(2) }, () => ({
          ...{ staffId: chance(30) ? pick(staff).id : null, weekday },
          ...interval(),
        })),
      ),
      specialDays: chance(20)
        ? [
            {
              staffId: anyStaff(),
              day: addDays(day, -random.below(2)),
              intervals: chance(70) ? [interval()] : [],
              reason: '',
            },
          ]
        : [],
      daysOff: chance(15)
        ? [
            {
              staffId: anyStaff(),
              fromDay: addDays(day, -random.below(3)),
              toDay: addDays(day, random.below(2)),
              reason: '',
            },
          ]
        : [],
      holidays: chance(15)
        ? [
            {
              ...{ day, name: 'Lễ', treatment: pick(['unconfirmed', 'usual', 'closed', 'special'] as const) },
              ...{ closedUntilAsked: pick([0, 1] as const), intervals: [interval()], surchargePercent: 0 },
            },
          ]
        : [],
    },
    ...{ staff, resources, claims },
    blocked: chance(20)
      ? [{ staffId: anyStaff(), startsAt: near() - 30 * minuteMs, endsAt: near() + dayMs }].filter(
          ({ startsAt, endsAt }) => startsAt < endsAt,
        )
      : [],
    visits: Array.from({ length: random.below(4) }, (_, i) => [pick(staff).id, near(), `booking ${i}`]),
    ...{
      wanted: { parts, people: chance(20) ? 2 : 1 },
      day,
      now: new Date(noon - pick([0, 3, 20, 40]) * 60 * minuteMs),
    },
  } as RandomShop
}

/** What the one statement of facts.ts would bring for it. */
export function factsOfShop(shop: RandomShop): Facts {
  const base = Date.parse(shop.day) - dayMs
  const until = Date.parse(shop.day) + 2 * dayMs
  const minute = (at: number) => Math.floor((at - base) / minuteMs)
  const claims = shop.claims
    .filter(({ fromAt }) => fromAt >= base && fromAt < until)
    .sort((a, b) => a.fromAt - b.fromAt)
  const packed = ({ fromAt, toAt, workFromAt, workToAt }: Claimed) =>
    (((workFromAt - fromAt) / minuteMs) * 128 + (toAt - workToAt) / minuteMs) * 2 ** 38 +
    minute(workFromAt) * 2048 +
    (workToAt - workFromAt) / minuteMs
  const isGroup = shop.rules.services.some(({ groupSize }) => groupSize > 1)
  const limited = shop.rules.maxPerDay !== null || shop.staff.some(({ maxPerDay }) => maxPerDay !== null)
  return {
    ...{
      base,
      ...shop.rules,
      own: [],
      sameId: null,
      holdsOver: 0,
      customer: null,
      usualStaffId: null,
      visits: limited ? shop.visits : [],
    },
    week: shop.rules,
    takenBy: new Map(),
    blocked: shop.blocked.map(({ staffId, startsAt, endsAt }) => [staffId, minute(startsAt), minute(endsAt)]),
    staff: shop.staff.map((person) => ({
      ...person,
      taken: claims.filter(({ staffId }) => staffId === person.id).map(packed),
      sessions: claims
        .filter((claim) => isGroup && claim.staffId === person.id && claim.capacity > 1)
        .map(({ session, workFromAt, people }) => [session, minute(workFromAt), people]),
    })),
    resources: shop.resources.map((resource) => ({
      ...resource,
      taken: claims
        .filter(({ resourceId }) => resourceId === resource.id)
        .map(({ fromAt, toAt, units, session }) => [minute(fromAt), minute(toAt), units, session]),
    })),
  }
}

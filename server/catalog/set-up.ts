import { sql } from 'drizzle-orm'
import { shop } from '../../drizzle/schema/index.ts'
import type { Addon, DayInterval, Deposit, DoneBy, Gap, Interval, Need, Variant } from '../../shared/catalog.ts'
import { prepared, type Reader } from '../database.ts'

type Of = { staffId: string | null }

/** When the shop and its people work: their weeks, and what comes before those on some days. */
export type Week = {
  zone: string
  hours: (Interval & Of)[]
  specialDays: (Of & { day: string; intervals: DayInterval[]; reason: string })[]
  daysOff: (Of & { fromDay: string; toDay: string; reason: string })[]
  holidays: {
    day: string
    name: string
    treatment: 'unconfirmed' | 'usual' | 'closed' | 'special'
    closedUntilAsked: 0 | 1
    intervals: DayInterval[]
    surchargePercent: number
  }[]
}

export type ServiceFacts = {
  id: string
  name: string
  durationMinutes: number
  priceVnd: number
  active: 0 | 1
  private: 0 | 1
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  cleaning: 0 | 1
  groupSize: number
  leadMinutes: number | null
  gaps: Gap[]
  variants: Variant[]
  addons: Addon[]
  doneBy: DoneBy[]
  needs: Need[]
  deposit: Deposit | null
}

/** What the owner has set and seldom changes. */
export type SetUp = Week & {
  version: number
  shopName: string
  slotMinutes: number
  leadMinutes: number
  horizonDays: number
  bookableUntil: string | null
  maxOpenBookings: number
  maxPerDay: number | null
  buffersInsideHours: 0 | 1
  acceptance: 'auto' | 'manual'
  acceptMinutes: number
  holdMinutes: number
  depositMinutes: number
  riskNoShows: number | null
  riskDays: number
  riskPercent: number
  policy: { id: number; words: string } | null
  selfCancel: boolean
  cancelHours: number
  services: ServiceFacts[]
  staff: { id: string; name: string; maxPerDay: number | null }[]
  resources: { id: string; quantity: number }[]
  questions: { id: string; serviceId: string | null; question: string; required: 0 | 1 }[]
}

const setUpStatement = prepared((db) =>
  db
    .select({
      json: sql<string>`json_object(
        'version', set_up_version, 'zone', zone, 'shopName', shop.name, 'slotMinutes', slot_minutes, 'leadMinutes', lead_minutes,
        'horizonDays', horizon_days, 'bookableUntil', bookable_until, 'maxOpenBookings', max_open_bookings,
        'maxPerDay', max_per_day, 'buffersInsideHours', buffers_inside_hours, 'acceptance', acceptance,
        'acceptMinutes', accept_minutes, 'holdMinutes', hold_minutes, 'cancelHours', cancel_hours,
        'depositMinutes', deposit_minutes, 'riskNoShows', risk_no_shows, 'riskDays', risk_days, 'riskPercent', risk_percent,
        'selfCancel', json(iif(self_cancel, 'true', 'false')),
        'policy', (SELECT json_object('id', id, 'words', words) FROM policies ORDER BY id DESC LIMIT 1),
        'services', (SELECT json_group_array(json_object('id', id, 'name', name, 'durationMinutes', duration_minutes,
          'priceVnd', price_vnd, 'active', active, 'private', private, 'bufferBeforeMinutes', buffer_before_minutes,
          'bufferAfterMinutes', buffer_after_minutes, 'cleaning', cleaning, 'groupSize', group_size,
          'leadMinutes', lead_minutes, 'gaps', json(gaps), 'variants', json(variants), 'addons', json(addons),
          'doneBy', json(done_by), 'needs', json(needs), 'deposit', json(deposit))) FROM services),
        'staff', (SELECT json_group_array(json_object('id', id, 'name', name, 'maxPerDay', max_per_day))
          FROM staff_members WHERE active = 1),
        'resources', (SELECT json_group_array(json_object('id', id, 'quantity', iif(active, quantity, 0)))
          FROM resources),
        'questions', (SELECT json_group_array(json_object('id', id, 'serviceId', service_id, 'question', question,
          'required', required)) FROM intake_questions WHERE active = 1),
        'hours', (SELECT json_group_array(json_object('staffId', staff_id, 'weekday', weekday,
          'startMinute', start_minute, 'lengthMinutes', length_minutes)) FROM weekly_hours),
        'specialDays', (SELECT json_group_array(json_object('staffId', staff_id, 'day', day,
          'intervals', json(intervals), 'reason', reason)) FROM special_days),
        'daysOff', (SELECT json_group_array(json_object('staffId', staff_id, 'fromDay', from_day, 'toDay', to_day,
          'reason', reason)) FROM days_off),
        'holidays', (SELECT json_group_array(json_object('day', day, 'name', name, 'treatment', treatment,
          'closedUntilAsked', closed_until_asked, 'intervals', json(intervals),
          'surchargePercent', surcharge_percent)) FROM holidays))`,
    })
    .from(shop)
    .prepare(),
)

const known = new WeakMap<Reader, SetUp>()

/** As it was last read, unless it is known to have another version: triggers give it one with each change, by any process. */
export async function setUpOf(db: Reader, version?: number): Promise<SetUp> {
  const last = known.get(db)
  if (last && (version ?? last.version) === last.version) return last
  const found = await setUpStatement(db).get()
  if (!found) throw new Error('The shop has no settings row: it was never set up.')
  const setUp = JSON.parse(found.json) as SetUp
  known.set(db, setUp)
  return setUp
}

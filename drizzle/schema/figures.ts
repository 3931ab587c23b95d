import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What the owner's figures are made of. Triggers write all of it with the visit, order or refund it is about; the doctor
 * reckons it again from those. A `day` is counted from 1 January 1970 on the shop's calendar, a `month` from January of year 0.
 */

/** How far the shop's clocks are from UTC, from each instant at which they change. */
export const zoneOffsets = sqliteTable('zone_offsets', {
  fromAt: integer('from_at').primaryKey(),
  offsetMs: integer('offset_ms').notNull(),
})

/** A visit that was done or an order that was, and was not paid back whole. Amounts are less what went back. */
export const purchaseFacts = sqliteTable(
  'purchase_facts',
  {
    id: text('id').primaryKey(), // of the booking, of the order
    kind: text('kind', { enum: ['visit', 'order'] }).notNull(),
    customerId: text('customer_id'), // whom it was written for
    personId: text('person_id'), // who that is, merged records being one
    day: integer('day').notNull(),
    hour: integer('hour').notNull(),
    serviceId: text('service_id').notNull(), // '' of an order
    grossVnd: integer('gross_vnd').notNull(),
    discountVnd: integer('discount_vnd').notNull(),
    pointsVnd: integer('points_vnd').notNull(),
    netVnd: integer('net_vnd').notNull(),
    servicesVnd: integer('services_vnd').notNull(), // of the net: work, not goods
  },
  (t) => [index('purchase_facts_of').on(t.personId, t.day), index('purchase_facts_by_customer').on(t.customerId)],
)

/** All that somebody did on one day is one visit. What follows `nextDay` is their rhythm as it was known then. */
export const visitDays = sqliteTable(
  'visit_days',
  {
    personId: text('person_id').notNull(),
    day: integer('day').notNull(),
    purchases: integer('purchases').notNull(),
    grossVnd: integer('gross_vnd').notNull(),
    discountVnd: integer('discount_vnd').notNull(),
    netVnd: integer('net_vnd').notNull(),
    serviceId: text('service_id').notNull(),
    prevDay: integer('prev_day'),
    nextDay: integer('next_day'),
    gaps: integer('gaps').notNull().default(0),
    medianGap: real('median_gap'),
    madGap: real('mad_gap'),
    expectedOn: integer('expected_on').notNull().default(0), // P-10
    lateOn: integer('late_on').notNull().default(0), // the first day on which they are late by their own rhythm (C-7)
    activeUntil: integer('active_until').notNull().default(0), // M-10
    lapsesOn: integer('lapses_on').notNull().default(0), // the first day on which they have left (M-9)
    month: integer('month')
      .notNull()
      .generatedAlwaysAs(
        sql`(strftime('%Y', day * 86400, 'unixepoch') * 12 + strftime('%m', day * 86400, 'unixepoch') - 1)`,
        { mode: 'stored' },
      ),
  },
  (t) => [primaryKey({ columns: [t.personId, t.day] }), index('visit_days_by_day').on(t.day)],
)

/** All visits of somebody. */
export const customerFigures = sqliteTable(
  'customer_figures',
  {
    personId: text('person_id').primaryKey(),
    firstDay: integer('first_day').notNull(),
    secondDay: integer('second_day'),
    lastDay: integer('last_day').notNull(),
    visits: integer('visits').notNull(),
    purchases: integer('purchases').notNull(),
    grossVnd: integer('gross_vnd').notNull(),
    discountVnd: integer('discount_vnd').notNull(),
    netVnd: integer('net_vnd').notNull(),
    serviceId: text('service_id').notNull(), // of the last
    medianGap: real('median_gap'),
    expectedOn: integer('expected_on').notNull(),
    lateOn: integer('late_on').notNull(),
    activeUntil: integer('active_until').notNull(),
    lapsesOn: integer('lapses_on').notNull(),
  },
  (t) => [
    index('customer_figures_by_last').on(t.lastDay),
    index('customer_figures_by_first').on(t.firstDay),
    index('customer_figures_active').on(t.activeUntil),
    index('customer_figures_late').on(t.lateOn),
    index('customer_figures_lapsing').on(t.lapsesOn),
    index('customer_figures_by_net').on(t.netVnd),
  ],
)

export const dayFigures = sqliteTable('day_figures', {
  day: integer('day').primaryKey(),
  purchases: integer('purchases').notNull().default(0),
  nameless: integer('nameless').notNull().default(0), // of people nobody wrote down
  visits: integer('visits').notNull().default(0), // of people who are known
  grossVnd: integer('gross_vnd').notNull().default(0),
  discountVnd: integer('discount_vnd').notNull().default(0),
  pointsVnd: integer('points_vnd').notNull().default(0),
  netVnd: integer('net_vnd').notNull().default(0),
  servicesVnd: integer('services_vnd').notNull().default(0),
  knownVnd: integer('known_vnd').notNull().default(0), // of the net, of people who are known
})

export const hourFigures = sqliteTable(
  'hour_figures',
  {
    day: integer('day').notNull(),
    hour: integer('hour').notNull(),
    purchases: integer('purchases').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.hour] })],
)

/**
 * What changes from one day to the next in the counts of people seen in the last so many days: summed up to a day they
 * are the counts of that day. `active` were there, `twice` at least twice, `retained` also in as many days before.
 */
export const windowDeltas = sqliteTable(
  'window_deltas',
  {
    length: integer('length').notNull(),
    day: integer('day').notNull(),
    active: integer('active').notNull().default(0),
    twice: integer('twice').notNull().default(0),
    retained: integer('retained').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.length, t.day] })],
)

/** The same of how many are active and have left by their own rhythm (M-9, M-10); `leaving` are those of the day itself. */
export const standingDeltas = sqliteTable('standing_deltas', {
  day: integer('day').primaryKey(),
  active: integer('active').notNull().default(0),
  lapsed: integer('lapsed').notNull().default(0),
  leaving: integer('leaving').notNull().default(0),
})

/** Who came for the first time on a day, and how many of them again within so many days (M-7). */
export const firstDays = sqliteTable('first_days', {
  day: integer('day').primaryKey(),
  customers: integer('customers').notNull().default(0),
  within30: integer('within_30').notNull().default(0),
  within45: integer('within_45').notNull().default(0),
  within60: integer('within_60').notNull().default(0),
  within90: integer('within_90').notNull().default(0),
})

/** Of those who first came in a month: who came in another (M-8). */
export const cohortCells = sqliteTable(
  'cohort_cells',
  {
    firstMonth: integer('first_month').notNull(),
    month: integer('month').notNull(),
    customers: integer('customers').notNull().default(0),
    netVnd: integer('net_vnd').notNull().default(0), // what they spent in it (O-10)
  },
  (t) => [primaryKey({ columns: [t.firstMonth, t.month] })],
)

/** Of those who first came in a month: whose last month so far is which. */
export const cohortLasts = sqliteTable(
  'cohort_lasts',
  {
    firstMonth: integer('first_month').notNull(),
    lastMonth: integer('last_month').notNull(),
    customers: integer('customers').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.firstMonth, t.lastMonth] })],
)

/** How often people came back so many days after a service; '' is whatever was bought. */
export const gapCounts = sqliteTable(
  'gap_counts',
  {
    serviceId: text('service_id').notNull(),
    gap: integer('gap').notNull(),
    times: integer('times').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.gap] })],
)

/** After how many days people come back, by what they had; '' is the whole shop. Looked at anew each night. */
export const rhythms = sqliteTable('rhythms', {
  serviceId: text('service_id').primaryKey(),
  medianGap: real('median_gap').notNull(),
  madGap: real('mad_gap').notNull(),
  gaps: integer('gaps').notNull(),
})

/** Points by day, as the shop's accounts have them (M-29). */
export const pointDays = sqliteTable('point_days', {
  day: integer('day').primaryKey(),
  issued: integer('issued').notNull().default(0),
  returned: integer('returned').notNull().default(0),
  corrected: integer('corrected').notNull().default(0),
  takenBack: integer('taken_back').notNull().default(0),
  spent: integer('spent').notNull().default(0),
  lapsed: integer('lapsed').notNull().default(0),
})

/** What used vouchers cost, by the day they were used. What points paid for cost when the points were given. */
export const voucherDays = sqliteTable('voucher_days', {
  day: integer('day').primaryKey(),
  giftsVnd: integer('gifts_vnd').notNull().default(0), // things handed over: in no discount
  giftsByPointsVnd: integer('gifts_by_points_vnd').notNull().default(0), // of these
  discountsByPointsVnd: integer('discounts_by_points_vnd').notNull().default(0), // of the discounts of bills
  points: integer('points').notNull().default(0), // that paid for both
})

/** Messages by the day they left. */
export const messageDays = sqliteTable(
  'message_days',
  {
    day: integer('day').notNull(),
    intent: text('intent').notNull(),
    sent: integer('sent').notNull().default(0),
    delivered: integer('delivered').notNull().default(0),
    seen: integer('seen').notNull().default(0),
    clicked: integer('clicked').notNull().default(0),
    costVnd: integer('cost_vnd').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.intent] })],
)

/** One row: what only the owner knows. */
export const figureSettings = sqliteTable(
  'figure_settings',
  {
    id: integer('id').primaryKey(),
    serviceCostPercent: integer('service_cost_percent'), // of what services bring; none: not set
    goodsCostPercent: integer('goods_cost_percent'),
    secondVisitDays: integer('second_visit_days').$type<30 | 45 | 60 | 90>().notNull().default(45),
    giveBackFromPercent: integer('give_back_from_percent'),
    giveBackToPercent: integer('give_back_to_percent'),
    merging: integer('merging', { mode: 'boolean' }).notNull().default(false), // while many visits move at once, rhythms wait
  },
  (t) => [check('figure_settings_is_one', sql`${t.id} = 1`)],
)

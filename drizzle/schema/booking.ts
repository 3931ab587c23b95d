import { sql } from 'drizzle-orm'
import { blob, check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  type Answer,
  type Bill,
  bookingSources,
  bookingStatuses,
  photoMoments,
  type WantedVisit,
} from '../../shared/booking.ts'
import type { Addon } from '../../shared/catalog.ts'
import { policies, resources, services, staffMembers } from './catalog.ts'
import { customers } from './customers.ts'

/**
 * A visit, planned or past. Status is the last row of its `booking_events`; triggers write those and refuse a step
 * backwards. Service and person are those of its first part; all are in `booking_parts`.
 */
export const bookings = sqliteTable(
  'bookings',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id').references(() => customers.id), // none: a passer-by who gave no name
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    staffId: text('staff_id')
      .notNull()
      .references(() => staffMembers.id),
    source: text('source', { enum: bookingSources }).notNull(),
    status: text('status', { enum: bookingStatuses }).notNull(),
    statusAt: integer('status_at', { mode: 'timestamp_ms' }).notNull(),
    statusBy: text('status_by').notNull(), // 'customer', 'clock' or the account's id
    statusReason: text('status_reason'),
    startsAt: integer('starts_at', { mode: 'timestamp_ms' }).notNull(),
    endsAt: integer('ends_at', { mode: 'timestamp_ms' }).notNull(),
    serviceName: text('service_name').notNull(), // of all parts, as booked, whatever they are called later
    priceVnd: integer('price_vnd').notNull(), // of all parts, as booked
    discountVnd: integer('discount_vnd').notNull().default(0),
    coveredByPointsVnd: integer('covered_by_points_vnd').notNull().default(0),
    bill: text('bill', { mode: 'json' }).$type<Bill>(), // how these came about
    prepaidVnd: integer('prepaid_vnd').notNull().default(0), // by sessions of a package, which earned when it was bought
    note: text('note'), // the customer's
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    version: integer('version').notNull().default(1), // grows with each change: who saw an older one may not change it
    moves: integer('moves').notNull().default(0), // also the SEQUENCE of its calendar entry
    people: integer('people').notNull().default(1),
    policyId: integer('policy_id').references(() => policies.id), // the words it was made under
    answers: text('answers', { mode: 'json' }).$type<Answer[]>().notNull().default([]),
    privateNote: text('private_note').notNull().default(''), // the shop's
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }), // of a request that nobody has accepted
    seriesId: text('series_id'), // visits booked together, every so many weeks
    waitlistId: text('waitlist_id'), // whose wait it ended
    keptAt: integer('kept_at', { mode: 'timestamp_ms' }), // "I will come", said the day before
    overrideReason: text('override_reason'), // why the desk booked against the hours or limits
  },
  (t) => [
    index('bookings_by_time').on(t.startsAt),
    index('bookings_of_customer').on(t.customerId, t.startsAt),
    index('bookings_requested').on(t.expiresAt).where(sql`${t.status} = 'requested'`),
    index('bookings_of_series').on(t.seriesId).where(sql`${t.seriesId} is not null`),
    check('booking_takes_time', sql`${t.endsAt} > ${t.startsAt} and ${t.endsAt} <= ${t.startsAt} + 86400000`),
    check('booking_paid_not_negative', sql`${t.discountVnd} + ${t.coveredByPointsVnd} <= ${t.priceVnd}`),
  ],
)

/** One service of a visit, in its order, as booked. */
export const bookingParts = sqliteTable(
  'booking_parts',
  {
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    position: integer('position').notNull(),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    variantId: text('variant_id'),
    addons: text('addons', { mode: 'json' }).$type<Addon[]>().notNull(),
    name: text('name').notNull(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staffMembers.id),
    staffAsked: integer('staff_asked', { mode: 'boolean' }).notNull(), // the customer named this person
    startsAt: integer('starts_at', { mode: 'timestamp_ms' }).notNull(),
    endsAt: integer('ends_at', { mode: 'timestamp_ms' }).notNull(),
    priceVnd: integer('price_vnd').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bookingId, t.position] }),
    index('booking_parts_of_staff').on(t.staffId, t.startsAt),
  ],
)

/** A time kept for somebody who confirms just now, or for who waits; gone when it expires. */
export const holds = sqliteTable(
  'holds',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    waitlistId: text('waitlist_id'),
    wanted: text('wanted', { mode: 'json' }).$type<WantedVisit>().notNull(),
    startsAt: integer('starts_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('holds_until').on(t.expiresAt), index('holds_of').on(t.customerId)],
)

/**
 * Who and what is taken from when to when, by a booking or a hold. A person is taken from `workFromAt` to `workToAt`
 * and wants the rest of `fromAt` to `toAt` around it free of others' work (a buffer). Triggers refuse a second one.
 */
export const claims = sqliteTable(
  'claims',
  {
    id: integer('id').primaryKey(),
    bookingId: text('booking_id').references(() => bookings.id),
    holdId: text('hold_id').references(() => holds.id, { onDelete: 'cascade' }),
    staffId: text('staff_id').references(() => staffMembers.id),
    resourceId: text('resource_id').references(() => resources.id),
    units: integer('units').notNull().default(1),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
    workFromAt: integer('work_from_at').notNull(),
    workToAt: integer('work_to_at').notNull(),
    session: text('session').notNull(), // claims of one session share: the people of a group
    people: integer('people').notNull(),
    capacity: integer('capacity').notNull(),
    expiresAt: integer('expires_at'), // of its hold
    // The buffers before and after, the minute of the work and its length in one number: thousands are read at once from
    // the index alone (server/booking/taken.ts).
    packed: integer('packed').generatedAlwaysAs(
      sql`((work_from_at - from_at) / 60000 * 128 + (to_at - work_to_at) / 60000) * 274877906944
        + work_from_at / 60000 * 2048 + (work_to_at - work_from_at + 59999) / 60000`,
      { mode: 'stored' }, // a virtual one would be computed from the row, not read from the index
    ),
  },
  (t) => [
    index('claims_of_staff')
      .on(t.staffId, t.fromAt, t.toAt, t.expiresAt, t.packed)
      .where(sql`${t.staffId} is not null`),
    index('claims_of_resource').on(t.resourceId, t.fromAt, t.toAt).where(sql`${t.resourceId} is not null`),
    index('claims_of_session').on(t.session, t.fromAt).where(sql`${t.capacity} > 1`),
    index('claims_of_booking').on(t.bookingId),
    index('claims_of_hold').on(t.holdId).where(sql`${t.holdId} is not null`),
    check('claim_is_of_one', sql`(${t.bookingId} is null) <> (${t.holdId} is null)`),
    check('claim_takes_one', sql`(${t.staffId} is null) <> (${t.resourceId} is null)`),
    check(
      'claim_in_order',
      sql`${t.fromAt} <= ${t.workFromAt} and ${t.workFromAt} < ${t.workToAt} and ${t.workToAt} <= ${t.toAt}`,
    ),
  ],
)

/** Only grows; steps are written by triggers on `bookings`, moves by the act. */
export const bookingEvents = sqliteTable(
  'booking_events',
  {
    id: integer('id').primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    status: text('status', { enum: bookingStatuses }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    by: text('by').notNull(),
    reason: text('reason'),
    movedFrom: integer('moved_from', { mode: 'timestamp_ms' }), // when it was to begin before it was moved
  },
  (t) => [index('booking_events_of').on(t.bookingId)],
)

/** A signed link in a message that books like last time: once, for one person, within seven days (B-2). */
export const rebookLinks = sqliteTable(
  'rebook_links',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id), // the visit to repeat
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    usedFor: text('used_for'), // the booking it made
  },
  (t) => [index('rebook_links_until').on(t.expiresAt)],
)

/** A calendar that another program reads by a signed address, until it is taken back. `subjectId` null is the shop. */
export const feeds = sqliteTable(
  'feeds',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['customer', 'staff', 'shop'] }).notNull(),
    subjectId: text('subject_id'),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('feeds_of').on(t.subjectId)],
)

/** Before and after; only while the customer allows it, and gone with that. */
export const visitPhotos = sqliteTable(
  'visit_photos',
  {
    id: text('id').primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    moment: text('moment', { enum: photoMoments }).notNull(),
    type: text('type', { enum: ['image/jpeg', 'image/png', 'image/webp'] }).notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('visit_photos_of').on(t.bookingId)],
)

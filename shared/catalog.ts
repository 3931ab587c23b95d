import { z } from 'zod'
import { Day, Id, line, PhotoUrl, Vnd, words } from './fields.ts'

const service = {
  name: line(80),
  category: line(40),
  durationMinutes: z.int().min(5).max(720),
  priceVnd: Vnd,
  photoUrl: PhotoUrl,
  active: z.boolean(),
}
export const Service = z.strictObject(service)
export type Service = z.infer<typeof Service>
export const NewService = z.strictObject({ id: Id, ...service })

const staffMember = { name: line(60), photoUrl: PhotoUrl, active: z.boolean() }
export const StaffMember = z.strictObject(staffMember)
export type StaffMember = z.infer<typeof StaffMember>
export const NewStaffMember = z.strictObject({ id: Id, ...staffMember })

/** Opening hours that may run past midnight, hence start and length. 1 is Monday. */
export const Interval = z.strictObject({
  weekday: z.int().min(1).max(7),
  startMinute: z.int().min(0).max(1439),
  lengthMinutes: z.int().min(15).max(1440),
})
export type Interval = z.infer<typeof Interval>

/** The whole week of the shop, or of one person; an empty week of a person means "as the shop". */
export const Hours = z.strictObject({ staffId: Id.nullable(), intervals: z.array(Interval).max(42) })
export type Hours = z.infer<typeof Hours>

/** Both days included. `staffId` null closes the whole shop. */
export const NewDayOff = z
  .strictObject({ id: Id, staffId: Id.nullable(), fromDay: Day, toDay: Day, reason: words(120) })
  .refine((off) => off.fromDay <= off.toDay, { path: ['toDay'], message: 'before_start' })
export type NewDayOff = z.infer<typeof NewDayOff>

const slotMinutes = [5, 10, 15, 20, 30, 60] as const
export type SlotMinutes = (typeof slotMinutes)[number]

export const Settings = z.strictObject({
  name: line(60),
  address: line(160),
  phone: line(20),
  brandColor: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  pointsUnitVnd: z.int().min(100).max(10_000_000),
  slotMinutes: z.literal(slotMinutes),
  leadMinutes: z.int().min(0).max(10_080),
  horizonDays: z.int().min(1).max(365),
  cancelHours: z.int().min(0).max(168),
  maxOpenBookings: z.int().min(1).max(50),
  adjustmentLimitPoints: z.int().min(0).max(1_000_000),
})
export type Settings = z.infer<typeof Settings>

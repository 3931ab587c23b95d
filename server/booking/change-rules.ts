import { shop } from '../../drizzle/schema/index.ts'
import type { BookingStatus } from '../../shared/booking.ts'
import { hourMs } from '../../shared/time.ts'
import { prepared, type Reader } from '../database.ts'

export type ChangeRules = { selfCancel: boolean; cancelHours: number }
export const canChange = (startsAt: Date, { selfCancel, cancelHours }: ChangeRules, now: Date) =>
  selfCancel && now.getTime() <= startsAt.getTime() - cancelHours * hourMs
export const isAhead = ({ status }: { status: BookingStatus }) => status === 'booked' || status === 'requested'

const rules = prepared((db) =>
  db.select({ zone: shop.zone, cancelHours: shop.cancelHours, selfCancel: shop.selfCancel }).from(shop).prepare(),
)
export const rulesOf = async (db: Reader) => (await rules(db).get())!

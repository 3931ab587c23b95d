import { and, asc, desc, eq } from 'drizzle-orm'
import { bookings, visitPhotos } from '../../drizzle/schema/index.ts'
import { mostPhotos, type NewPhoto, showsWork } from '../../shared/booking.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { consentOf } from '../customers/consents.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { bookingById } from './bookings.ts'

type PhotoType = (typeof visitPhotos.$inferSelect)['type']

/** Everything of a photo but the picture itself. */
const facts = { id: visitPhotos.id, moment: visitPhotos.moment, at: visitPhotos.at }

export const photosOf = (db: Reader, bookingId: string) =>
  db.select(facts).from(visitPhotos).where(eq(visitPhotos.bookingId, bookingId)).orderBy(asc(visitPhotos.at))

/** The latest photos of a customer with the visits they are of, latest visit first. */
export const photosOfCustomer = (db: Reader, customerId: string) =>
  db
    .select({ ...facts, bookingId: bookings.id, startsAt: bookings.startsAt, serviceName: bookings.serviceName })
    .from(visitPhotos)
    .innerJoin(bookings, eq(bookings.id, visitPhotos.bookingId))
    .where(eq(bookings.customerId, customerId))
    .orderBy(desc(bookings.startsAt), asc(visitPhotos.at))
    .limit(300)

/** The picture, of this customer if one is named. */
export async function pictureById(db: Reader, id: string, customerId?: string) {
  const [picture] = await db
    .select({ type: visitPhotos.type, bytes: visitPhotos.bytes })
    .from(visitPhotos)
    .innerJoin(bookings, eq(bookings.id, visitPhotos.bookingId))
    .where(and(eq(visitPhotos.id, id), customerId ? eq(bookings.customerId, customerId) : undefined))
  return picture
}

/** Before/after photos are sensitive data: only while the customer's own consent for them holds (Law 91/2025 art. 9). */
export const allowsPhotos = async (db: Reader, customerId: string | null) =>
  customerId !== null && (await consentOf(db, customerId, 'photos')) === true

/** Keeps a picture of a visit; sent twice with one id it is kept once. */
export async function addPhoto(
  tx: Tx,
  by: Staff,
  photo: NewPhoto & { bookingId: string; type: PhotoType; bytes: Buffer },
  now: Date,
) {
  const { id, bookingId, moment } = photo
  const booking = await bookingById(tx, bookingId)
  if (!booking) throw new Refusal('not_found')
  if (!(await allowsPhotos(tx, booking.customerId))) throw new Refusal('no_photo_consent')
  if (!showsWork.includes(booking.status)) throw new Refusal('booking_over')

  const [kept] = await tx.select({ of: visitPhotos.bookingId }).from(visitPhotos).where(eq(visitPhotos.id, id))
  if (kept && kept.of !== bookingId) throw new Refusal('id_taken')
  if (kept) return
  if ((await tx.$count(visitPhotos, eq(visitPhotos.bookingId, bookingId))) >= mostPhotos)
    throw new Refusal('too_many_photos')

  await tx.insert(visitPhotos).values({ ...photo, by: by.id, at: now })
  await audit(tx, by, 'add_photo', bookingId, { after: { moment } }, now)
}

export async function removePhoto(tx: Tx, by: Staff, id: string, now: Date) {
  const [gone] = await tx.delete(visitPhotos).where(eq(visitPhotos.id, id)).returning({
    bookingId: visitPhotos.bookingId,
    moment: visitPhotos.moment,
  })
  if (!gone) throw new Refusal('not_found')
  await audit(tx, by, 'remove_photo', gone.bookingId, { before: { moment: gone.moment } }, now)
}

/** What a picture is by its first bytes, whatever it was said to be; a browser must never be handed anything else. */
export function photoTypeOf(bytes: Buffer): PhotoType {
  const begins = (hex: string, at = 0) => bytes.subarray(at).toString('hex', 0, hex.length / 2) === hex
  if (begins('ffd8ff')) return 'image/jpeg'
  if (begins('89504e470d0a1a0a')) return 'image/png'
  if (begins('52494646') && begins('57454250', 8)) return 'image/webp' // RIFF….WEBP
  throw new BadInput('photo', 'not_a_photo')
}

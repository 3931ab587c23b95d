import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { sheetMostBytes } from '../shared/batches.ts'
import { photoMaxBytes } from '../shared/booking.ts'
import { Answer } from './problem.ts'

const kilobyte = 1024

/** Refuses larger bodies. Node holds a body to the length it announced; one that announced none is counted. */
const limitedTo = (most: number) => {
  const counted = bodyLimit({
    maxSize: most,
    onError: () => {
      throw new Answer('too_large')
    },
  })
  return createMiddleware(async (c, next) => {
    const announced = c.req.header('content-length')
    if (announced === undefined && c.req.method !== 'GET') return counted(c, next)
    if (Number(announced ?? 0) > most) throw new Answer('too_large')
    await next()
  })
}

export const limited = limitedTo(64 * kilobyte)

/** Files are larger than forms: pictures (Zalo takes 1 MB, and says so itself), sheets of balances, of customers and sales, photos. */
const larger = [
  { place: /\/oa-images$/, limited: limitedTo(2 * kilobyte * kilobyte) },
  { place: /\/imports(\/preview)?$/, limited: limitedTo(2 * kilobyte * kilobyte) },
  { place: /\/batches$/, limited: limitedTo(sheetMostBytes) },
  { place: /\/bookings\/[^/]+\/photos$/, limited: limitedTo(photoMaxBytes) },
]

/** Where staff send files too. */
export const limitedByPlace = createMiddleware((c, next) =>
  (larger.find(({ place }) => place.test(c.req.path))?.limited ?? limited)(c, next),
)

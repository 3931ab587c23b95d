import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
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
/** Where pictures come in; Zalo takes 1 MB, and says so itself. */
export const limitedToPictures = limitedTo(2 * kilobyte * kilobyte)
/** Where a sheet of balances comes in. */
export const limitedToSheets = limitedTo(2 * kilobyte * kilobyte)
export const limitedToPhotos = limitedTo(photoMaxBytes)

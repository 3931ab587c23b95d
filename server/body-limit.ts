import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Answer } from './problem.ts'

const most = 64 * 1024

const counted = bodyLimit({
  maxSize: most,
  onError: () => {
    throw new Answer('too_large')
  },
})

/** Refuses bodies above 64 KB. Node holds a body to the length it announced; one that announced none is counted. */
export const limited = createMiddleware(async (c, next) => {
  const announced = c.req.header('content-length')
  if (announced === undefined && c.req.method !== 'GET') return counted(c, next)
  if (Number(announced ?? 0) > most) throw new Answer('too_large')
  await next()
})

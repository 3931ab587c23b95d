import { dayMs } from '../shared/time.ts'
import type { Points } from './api.ts'

/** So far ahead people can still come and spend them. */
const soonMs = 30 * dayMs

/** The points that run out next, if that is soon. */
export const expiringSoon = ({ expiring: [next] }: Points) =>
  next && Date.parse(next.until) - Date.now() < soonMs ? next : undefined

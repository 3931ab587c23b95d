import { dayMs } from '../shared/time.ts'
import type { Points } from './api.ts'

/** Two months: most people come at least once more in that time. */
const soonMs = 61 * dayMs

export const isSoon = (until: string) => Date.parse(until) - Date.now() < soonMs

/** The points that run out next, if that is soon. */
export const expiringSoon = ({ expiring: [next] }: Points) => (next && isSoon(next.until) ? next : undefined)

import type { tiers as said } from './vi-tiers.ts'

export const tiers: typeof said = {
  tiers: {
    title: 'Your level',
    level: (name) => name,
    none: 'You have no level yet',
    since: (day) => `Since ${day}`,
    visits: (n) => (n === 1 ? '1 visit' : `${n} visits`),
    next: (missing, name) => `${missing} to go for ${name}`,
    top: 'You are at the highest level.',
    keep: (missing, day) => `To keep it: ${missing} more by the end of ${day}`,
    sure: (day) => `Yours until the end of ${day}`,
  },
}

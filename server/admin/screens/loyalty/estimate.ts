import type { Programme } from '../../../../shared/programme.ts'
import { type Paid, reckon } from '../../../../shared/reckon.ts'

type Bill = Pick<Paid, 'paidVnd' | 'at' | 'tier'> & { parts: Omit<Paid['parts'][number], 'name'>[] }

/** What a bill is likely to earn: as the server reckons, but for what it alone knows of the day and the month. */
export const estimateOf = (programme: Programme, bill: Bill, zone: string): number =>
  reckon(programme, { ...bill, ...unknown, parts: bill.parts.map((part) => ({ ...part, name: '' })) }, zone).points

const unknown = { earnedToday: 0, earnedThisMonth: 0, wasHereToday: false }

/** Whether the server may come to another number. */
export const isRough = ({ caps, visitPoints }: Programme) => caps.day !== null || caps.month !== null || visitPoints > 0

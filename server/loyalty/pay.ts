import type { Programme } from '../../shared/programme.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { programmeAt } from './programme.ts'
import { spend } from './spend.ts'

type Payment = { customerId: string; visitId: string; points: number; dueVnd: number; by: string }

/** What points take off a bill, as many as the customer chose within the rules, in đồng (L-29). */
export function worthOfPoints({ asMoney }: Pick<Programme, 'asMoney'>, points: number, dueVnd: number): number {
  if (!asMoney) throw new Refusal('points_are_no_money')
  const { vndPerPoint, least, most, step, mostPercent } = asMoney
  const vnd = points * vndPerPoint
  if (points < least || points > (most ?? points) || points % step !== 0) throw new BadInput('pointsUsed', 'bad')
  if (vnd > Math.floor((dueVnd * mostPercent) / 100)) throw new BadInput('pointsUsed', 'too_big')
  return vnd
}

/** Pays a part of a bill with points. Answers with the đồng. */
export async function payWithPoints(tx: Tx, { customerId, visitId, points, dueVnd, by }: Payment, now: Date) {
  const vnd = worthOfPoints((await programmeAt(tx, now)).rules, points, dueVnd)
  await spend(tx, { customerId, cause: visitId, by }, points, now)
  return vnd
}

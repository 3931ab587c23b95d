import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { programmeAt } from './programme.ts'
import { spend } from './spend.ts'

type Payment = { customerId: string; visitId: string; points: number; dueVnd: number; by: string }

/** Pays a part of a bill with points, as many as the customer chose within the rules (L-29). Answers with the đồng. */
export async function payWithPoints(tx: Tx, { customerId, visitId, points, dueVnd, by }: Payment, now: Date) {
  const { asMoney } = (await programmeAt(tx, now)).rules
  if (!asMoney) throw new Refusal('points_are_no_money')
  const { vndPerPoint, least, most, step, mostPercent } = asMoney
  const vnd = points * vndPerPoint
  if (points < least || points > (most ?? points) || points % step !== 0) throw new BadInput('pointsUsed', 'bad')
  if (vnd > Math.floor((dueVnd * mostPercent) / 100)) throw new BadInput('pointsUsed', 'too_big')
  await spend(tx, { customerId, cause: visitId, by }, points, now)
  return vnd
}

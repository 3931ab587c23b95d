import { renderSVG } from 'uqr'
import { shop } from '../../drizzle/schema/index.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

/** What the code on the door says; signed by the edge. Another number makes every older print void. */
export const doorStatement = (epoch: number) => `door.${epoch}`

/** Whether a statement of ours is the one that hangs at the door now (K-28). */
export const isDoorCode = (statement: string | undefined, epoch: number) => statement === doorStatement(epoch)

export async function doorEpochOf(db: Reader) {
  const [row] = await db.select({ epoch: shop.doorEpoch }).from(shop)
  return row!.epoch
}

/** From now on the code that hangs at the door lets nobody in any more. */
export async function renewDoorCode(tx: Tx, by: Staff, now: Date) {
  const before = await doorEpochOf(tx)
  await tx.update(shop).set({ doorEpoch: before + 1 })
  await audit(tx, by, 'renew_door_code', 'door', { before, after: before + 1 }, now)
}

/** A picture that still reads when a corner of the print is worn; on a screen nothing wears, and coarser is easier. */
export const pictureOf = (link: string, on: 'print' | 'screen' = 'print') =>
  renderSVG(link, { ecc: on === 'print' ? 'Q' : 'L', border: 4 })

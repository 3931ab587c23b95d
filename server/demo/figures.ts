import { figureSettings } from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'
import { standAnew, takeRhythms } from '../insights/rhythms.ts'

/** What the owner of the demo says of costs, and how its customers come back by now. */
export async function figuresInDemo(tx: Tx) {
  await tx
    .update(figureSettings)
    .set({ serviceCostPercent: 55, goodsCostPercent: 65, giveBackFromPercent: 3, giveBackToPercent: 8 })
  await takeRhythms(tx)
  let after: string | undefined = ''
  while (after !== undefined) after = await standAnew(tx, after)
}

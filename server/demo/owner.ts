import { customers, ownerInboxes } from '../../drizzle/schema/index.ts'
import { fold } from '../../shared/fold.ts'
import type { Tx } from '../database.ts'
import { createPeople } from '../zalo/stand-in/people.ts'
import { createRandom } from './random.ts'

/** The owner of the demo is Bảo of the pretend phone: there the first figures are found on the first day. */
export async function tieOwnerInDemo(tx: Tx, accountId: string, weekday: number, now: Date) {
  const { name, phone, appUserId: zaloUserId } = createPeople().find(({ key }) => key === 'bao')!
  const id = createRandom(20_261_214).id()
  const known = { phone: `+${phone}`, phoneProvenAt: now, zaloUserId, createdAt: now }
  await tx.insert(customers).values({ id, name, nameFolded: fold(name), ...known })
  await tx.insert(ownerInboxes).values({ accountId, customerId: id, weekday, tiedAt: now })
}

import type { Reply } from '../../shared/messaging.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayMs } from '../../shared/time.ts'
import { customerById, oaUserOf } from '../customers/customers.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { oaWindow } from '../zalo/oa-quota.ts'
import { enqueue } from './outbox.ts'

/** An answer typed by staff, in the window that the customer's last word opened. The same id again is the same answer. */
export async function reply(tx: Tx, by: Staff, { id, customerId, text, imageId }: Reply, now: Date) {
  const customer = await customerById(tx, customerId)
  if (!customer) throw new Refusal('not_found')
  const oaUser = customer.zaloUserId ? await oaUserOf(tx, customer.zaloUserId) : undefined
  if (oaWindow(oaUser?.lastActionAt ?? undefined, now) === 'closed') throw new Refusal('window_closed')
  const params: Record<string, string> = imageId ? { text, imageId } : { text }
  const news = { intent: 'reply' as const, customerId, about: id, params, dueAt: now }
  await enqueue(tx, { ...news, uselessAt: new Date(now.getTime() + dayMs) }, now)
  await audit(tx, by, 'reply', customerId, {}, now)
}

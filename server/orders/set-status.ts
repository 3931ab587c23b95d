import { eq, sql } from 'drizzle-orm'
import { orders } from '../../drizzle/schema/index.ts'
import type { OrderStatus } from '../../shared/orders.ts'
import type { Tx } from '../database.ts'

/** The next state; a trigger writes it down and refuses a step backwards. */
export const setStatus = (
  tx: Tx,
  id: string,
  status: OrderStatus,
  by: string,
  now: Date,
  reason: string | null = null,
) =>
  tx
    .update(orders)
    .set({ status, statusAt: now, statusBy: by, statusReason: reason, version: sql`${orders.version} + 1` })
    .where(eq(orders.id, id))

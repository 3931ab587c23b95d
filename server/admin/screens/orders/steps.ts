import type { Tone } from '../../parts/tag.tsx'
import type { Order } from './answers.ts'

export const columns = ['fresh', 'working', 'leaving'] as const
export type BoardColumn = (typeof columns)[number]
export type Status = Order['status']
type Next = 'confirmed' | 'preparing' | 'ready' | 'shipping' | 'done'

/** Where on the board an order that is not over stands. */
export function columnOf({ status }: Pick<Order, 'status'>): BoardColumn {
  if (status === 'preparing') return 'working'
  return status === 'ready' || status === 'shipping' ? 'leaving' : 'fresh'
}

/** What comes next; a sale at the counter only waits for its money, and only what is delivered goes out. */
export function nextOf({ status, source, fulfilment }: Pick<Order, 'status' | 'source' | 'fulfilment'>) {
  const next: Partial<Record<Status, Next>> = {
    placed: source === 'till' ? 'done' : 'confirmed',
    confirmed: 'preparing',
    preparing: 'ready',
    ready: fulfilment === 'delivery' ? 'shipping' : 'done',
    shipping: 'done',
  }
  return next[status]
}

export const toneOf: Record<Status, Tone> = {
  placed: 'warn',
  confirmed: 'brand',
  preparing: 'brand',
  ready: 'good',
  shipping: 'good',
  done: 'good',
  cancelled: 'quiet',
  returned: 'quiet',
}

export const isChangeable = ({ status, source }: Pick<Order, 'status' | 'source'>) =>
  source === 'mini_app' && (status === 'placed' || status === 'confirmed' || status === 'preparing')
export const isOver = ({ status }: Pick<Order, 'status'>) =>
  status === 'done' || status === 'cancelled' || status === 'returned'

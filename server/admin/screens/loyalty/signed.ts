import { formatNumber } from '../../../../shared/money.ts'
import type { CustomerFile } from '../../answers.ts'

/** `+50`, `−20` */
export const signed = (points: number) =>
  points === 0 ? '0' : `${points > 0 ? '+' : '−'}${formatNumber(Math.abs(points))}`

type Entry = CustomerFile['entries'][number]

/** Points that only change their state neither come nor go. */
const moves: Entry['reason'][] = ['confirmed', 'reserved', 'released', 'extended']
export const isMove = ({ reason }: Pick<Entry, 'reason'>) => moves.includes(reason)

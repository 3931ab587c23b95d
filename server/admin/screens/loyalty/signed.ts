import { formatNumber } from '../../../../shared/money.ts'

/** `+50`, `−20` */
export const signed = (points: number) => `${points > 0 ? '+' : '−'}${formatNumber(Math.abs(points))}`

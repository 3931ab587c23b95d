import type { Rate } from '../../../../shared/figures.ts'

const decimal = (n: number, digits: number) =>
  n.toLocaleString('vi-VN', { maximumFractionDigits: digits, minimumFractionDigits: 0 })

/** `12,3 %` of a share between 0 and 1. */
export const percent = (share: number) => `${decimal(share * 100, 1)}\u00a0%`
/** `1,75` */
export const decimals = (n: number) => decimal(n, 2)
/** For charts and files: 12.3 of 0.1234. */
export const hundredths = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10)

/** A share as a cell of a table: `12,3 % (12/98)`, or too few to say. */
export const rateCell = ({ value, numerator, denominator }: Rate, tooFew: string) => ({
  raw: hundredths(value),
  shown: `${value === null ? tooFew : percent(value)} (${decimal(numerator, 0)}/${decimal(denominator, 0)})`,
})

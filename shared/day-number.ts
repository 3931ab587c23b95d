import { dayMs } from './time.ts'

/** Days since 1 January 1970, as figures count them. */
export const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs
export const dayAt = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10)

/** Months since January of year 0, as cohorts count them, and back to `2026-11`. */
export const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
export const monthAt = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

import type { CustomerFile } from '../../answers.ts'

type Birthday = CustomerFile['customer']['birthday']

/** `08/03`, with the year if it is known. */
export const shownBirthday = (birthday: Birthday) =>
  birthday ? [...birthday.day.split('-').reverse(), birthday.year].filter(Boolean).join('/') : ''

/** What was typed for one: none where it is empty; what is no date goes to the server as it is, which says so. */
export function typedBirthday(typed: string): { day: string; year: number | null } | null {
  if (!typed.trim()) return null
  const [date = '', month = '', year] = typed.split(/\D+/).filter(Boolean)
  return { day: `${month.padStart(2, '0')}-${date.padStart(2, '0')}`, year: year ? Number(year) : null }
}

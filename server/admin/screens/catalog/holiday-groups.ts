import { addDays } from '../../../../shared/time.ts'
import type { Holiday } from './answers.ts'

/** Days in a row of one name about which the same was decided. */
export type HolidayGroup = [Holiday, ...Holiday[]]

export function holidayGroups(holidays: Holiday[]): HolidayGroup[] {
  const groups: HolidayGroup[] = []
  for (const holiday of holidays) {
    const last = groups.at(-1)?.at(-1)
    if (last && addDays(last.day, 1) === holiday.day && saidOf(last) === saidOf(holiday)) groups.at(-1)!.push(holiday)
    else groups.push([holiday])
  }
  return groups
}

const saidOf = ({ name, treatment, intervals, surchargePercent }: Holiday) =>
  JSON.stringify([name, treatment, intervals, surchargePercent])

/** The owner is asked a month ahead. */
export const toAsk = (holidays: (Holiday & { covered: boolean })[], today: string) =>
  holidays.filter(({ treatment, day, covered }) => treatment === 'unconfirmed' && !covered && day <= addDays(today, 30))

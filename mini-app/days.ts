import { addDays, clockOf, dayOf, minuteMs, minuteOf, weekdayOf } from '../shared/time.ts'
import { useWords } from './language.ts'
import { useShop } from './shop.ts'

/** How days and times are said in the shop's zone and the reader's language. Instants come as the wire has them. */
export function useDays() {
  const words = useWords()
  const { zone } = useShop()
  const today = dayOf(new Date(), zone)

  const dateOf = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`
  const weekday = (day: string) => words.weekdays[weekdayOf(day) - 1]!
  const near = (day: string) => (day === today ? words.today : day === addDays(today, 1) ? words.tomorrow : undefined)

  return {
    today,
    dayOf: (at: string) => dayOf(new Date(at), zone),
    clock: (at: string) => clockOf(new Date(at), zone),
    hour: (at: string) => Math.floor(minuteOf(new Date(at), zone) / 60),
    /** `22/11` */
    dateOf,
    /** `22/11`, of another year `22/11/2027` */
    date: (day: string) => (day.slice(0, 4) === today.slice(0, 4) ? dateOf(day) : `${dateOf(day)}/${day.slice(0, 4)}`),
    /** `Hôm nay`, `Thứ Bảy` */
    weekday: (day: string) => near(day) ?? weekday(day),
    /** `Hôm nay`, `Thứ Bảy, 22/11` */
    day: (day: string) => near(day) ?? `${weekday(day)}, ${dateOf(day)}`,
    /** `Thứ Bảy, 22/11`, also when that is today */
    fullDay: (day: string) => `${weekday(day)}, ${dateOf(day)}`,
  }
}

export const minutesBetween = (startsAt: string, endsAt: string) =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / minuteMs)

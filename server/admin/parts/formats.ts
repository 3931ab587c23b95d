import { addDays, clockOf, dayOf, weekdayOf } from '../../../shared/time.ts'
import { useSession } from '../session.ts'
import { shopNow } from '../shop-clock.ts'
import { useWords } from '../words/words.ts'

/** Instants and days as the shop reads them: its own zone, `09:30`, `Thứ Bảy, 22/11`. */
export function useFormats() {
  const words = useWords()
  const { zone } = useSession().shop
  const today = dayOf(new Date(shopNow()), zone)

  const date = (day: string) => {
    const [year, month, date] = day.split('-')
    return year === today.slice(0, 4) ? `${date}/${month}` : `${date}/${month}/${year}`
  }
  const weekday = (day: string) => words.weekdays[weekdayOf(day) - 1]!
  const fullDay = (day: string) => `${weekday(day)}, ${date(day)}`
  const nearDays = new Map([
    [addDays(today, -1), words.days.yesterday],
    [today, words.days.today],
    [addDays(today, 1), words.days.tomorrow],
  ])
  const day = (day: string) => nearDays.get(day) ?? fullDay(day)
  const dayAt = (instant: string) => dayOf(new Date(instant), zone)
  const time = (instant: string) => clockOf(new Date(instant), zone)
  const stamp = (instant: string) => `${time(instant)}, ${day(dayAt(instant))}`

  return { zone, today, date, fullDay, day, dayAt, time, stamp }
}

export const clockOfMinute = (minute: number) =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

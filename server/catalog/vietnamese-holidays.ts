import { getSolarDate } from '@dqcai/vn-lunar'
import { addDays, weekdayOf } from '../../shared/time.ts'

export type PublicHoliday = {
  day: string
  name: string
  /** Where it is written, in Vietnamese, as the owner reads it. */
  source: string
  /** Who has not been asked yet is taken to close; all other days are taken to be as usual. */
  closedUntilAsked: boolean
}

const labourCode = 'Bộ luật Lao động 2019, Điều 112'

/**
 * The public holidays of Vietnam in a year of the Gregorian calendar, by day (Labour Code 2019, article 112). Which five
 * days are Tết and which neighbour 2 September gets is announced each year: the last day of the lunar year and four of
 * the new, and the neighbour that makes the longer weekend, are what is mostly chosen. The lunar calendar is Vietnam's
 * (UTC+7), which differs from China's in some years.
 */
export function holidaysOf(year: number): PublicHoliday[] {
  const newYear = lunarDay(1, 1, year)
  const usual = (day: string, name: string, source = labourCode) => ({ day, name, source, closedUntilAsked: false })
  const tet = [-1, 0, 1, 2, 3].map((after) => ({
    day: addDays(newYear, after),
    name: 'Tết Nguyên đán',
    source: `${labourCode}: năm ngày. Thường là ngày cuối năm và bốn ngày đầu năm âm lịch; Nhà nước công bố hằng năm`,
    closedUntilAsked: true,
  }))
  const national = `${year}-09-02`
  const culture = usual(
    `${year}-11-24`,
    'Ngày Văn hoá Việt Nam',
    'Nghị quyết 80-NQ/TW ngày 7/1/2026. Chưa xác nhận được là luật đã ghi ngày nghỉ này',
  )
  return [
    usual(`${year}-01-01`, 'Tết Dương lịch'),
    ...tet,
    usual(lunarDay(10, 3, year), 'Giỗ Tổ Hùng Vương', `${labourCode}: mùng 10 tháng 3 âm lịch`),
    usual(`${year}-04-30`, 'Ngày Chiến thắng'),
    usual(`${year}-05-01`, 'Quốc tế Lao động'),
    usual(national, 'Quốc khánh'),
    usual(
      besideOf(national),
      'Quốc khánh, ngày liền kề',
      `${labourCode}: thêm ngày liền trước hoặc liền sau; Nhà nước công bố hằng năm`,
    ),
    ...(year >= 2026 ? [culture] : []),
  ].sort((a, b) => a.day.localeCompare(b.day))
}

function lunarDay(day: number, month: number, year: number): string {
  const solar = getSolarDate(day, month, year)
  return new Date(Date.UTC(solar.year, solar.month - 1, solar.day)).toISOString().slice(0, 10)
}

/** After a Sunday, Monday or Thursday, otherwise before. */
const besideOf = (day: string) => addDays(day, [7, 1, 4].includes(weekdayOf(day)) ? 1 : -1)

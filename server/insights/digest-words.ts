import { formatNumber, formatVnd } from '../../shared/money.ts'
import type { SuggestionKind } from '../../shared/segments.ts'
import type { DigestKind, Told } from './digest-figures.ts'
import type { Sum } from './suggest-sums.ts'

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']
const unknown = 'chưa đủ dữ liệu'

type Advice = { kind: SuggestionKind; people: number; expectedVnd: number; sum: Sum }

/** A digest in the owner's words: `words` is whole sentences, the rest the fields of a template (N-15, B-14). */
export function digestInWords(kind: DigestKind, told: Told, advice: Advice | undefined) {
  const than = kind === 'weekly' ? 'tuần trước' : 'cùng ngày tuần trước'
  const parts = {
    period: kind === 'weekly' ? `tuần ${date(told.from)} đến ${date(told.until)}` : `hôm qua, ${date(told.until)}`,
    sales: `${formatVnd(told.netVnd)}, ${grown(told.growth, than)}`,
    retention: retentionOf(told),
    promo: moved(told.promotion, told.promotionBefore),
    margin: told.costsMissing ? 'chưa đặt giá vốn' : moved(told.margin, told.marginBefore),
  }
  const doing = advice ? adviceInWords(advice) : 'chưa có gợi ý mới'
  const { brought } = told
  const short = brought && `Đã mời ${brought.people}: ${brought.returned} quay lại, ${formatVnd(brought.broughtVnd)}. `
  return { ...parts, advice: `${short ?? ''}${doing}`, words: sentences(told, parts, doing).join('\n') }
}

function sentences(told: Told, parts: Record<'sales' | 'retention' | 'promo' | 'margin', string>, doing: string) {
  const { lunarGrowth, brought } = told
  return [
    `Doanh thu thực là ${parts.sales}.`,
    ...(lunarGrowth === null
      ? []
      : [`Quanh Tết, so theo lịch âm: doanh thu ${grown(lunarGrowth, 'cùng dịp Tết trước')}.`]),
    `Tỉ lệ khách quay lại: ${parts.retention}.`,
    `Chi phí ưu đãi trên doanh thu trước giảm giá: ${parts.promo}.`,
    `Lãi trên doanh thu: ${parts.margin}.`,
    ...(brought
      ? [
          `Gần đây bạn đã mời ${formatNumber(brought.people)} khách: ${formatNumber(brought.returned)} người quay lại, ${formatVnd(brought.broughtVnd)} (không phải bằng chứng là nhờ lời mời).`,
        ]
      : []),
    `Việc nên làm: ${doing}.`,
  ]
}

/** What to do next, with what it should bring; within the 90 letters of a template's row. */
function adviceInWords({ kind, people, expectedVnd, sum }: Advice): string {
  const n = formatNumber(people)
  const what: Record<SuggestionKind, string> = {
    bring_back: `mời ${n} khách đang trễ nhịp quay lại`,
    second_visit: `mời ${n} khách mới ghé lần thứ hai`,
    birthday: `mời ${n} khách sắp đến sinh nhật`,
    points_expiring: `mời ${n} khách có điểm sắp hết hạn`,
    ask_consent: `hỏi ${n} khách có muốn nhận ưu đãi`,
    fill_hours: `lấp giờ vắng ${hour(sum.weekdayA, sum.hourA)} và ${hour(sum.weekdayB, sum.hourB)}`,
  }
  return `${what[kind]}, dự kiến ${formatVnd(expectedVnd)}${kind === 'fill_hours' ? ' mỗi tuần' : ''}`
}

const hour = (weekday = 1, at = 0) => `${at}h ${weekdays[weekday - 1]}`
const date = (day: string) => day.slice(5).split('-').reverse().join('/')
const tenths = (share: number) => Math.round(share * 1000) / 10
const decimal = (n: number) => String(n).replace('.', ',')
const percent = (share: number) => `${decimal(tenths(share))}%`

function grown(growth: number | null, than: string) {
  if (growth === null) return `chưa có gì để so với ${than}`
  if (tenths(growth) === 0) return `bằng ${than}`
  return `${growth > 0 ? 'tăng' : 'giảm'} ${percent(Math.abs(growth))} so với ${than}`
}

/** A share and by how much it moved within a week, in points of a hundred. */
function moved(now: number | null, before: number | null) {
  if (now === null) return unknown
  if (before === null) return percent(now)
  const by = Math.round((tenths(now) - tenths(before)) * 10) / 10
  if (by === 0) return `${percent(now)}, bằng một tuần trước`
  return `${percent(now)}, ${by > 0 ? 'tăng' : 'giảm'} ${decimal(Math.abs(by))} điểm % so với một tuần trước`
}

function retentionOf({ retention: { value, numerator, denominator }, retentionBefore }: Told) {
  const of = `${formatNumber(numerator)} trên ${formatNumber(denominator)} khách`
  if (value === null) return `${unknown} (${of})`
  const [share, ...rest] = moved(value, retentionBefore).split(', ')
  return [`${share} trong 30 ngày (${of})`, ...rest].join(', ')
}

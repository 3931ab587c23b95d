import type { Service } from '../../shared/catalog.ts'

/** [name, how many] */
export const things: readonly (readonly [string, number])[] = [
  ['Ghế gội', 3],
  ['Máy hấp', 1],
]

export const policyWords =
  'Bận việc thì bạn huỷ hoặc dời giúp tiệm trước giờ hẹn 2 tiếng, để giờ đó kịp nhường cho khách khác.'

/** What of a deposit goes back to who cancels, by the hours that are left. */
export const refundTiers = [
  { hoursBefore: 48, percent: 100 },
  { hoursBefore: 24, percent: 50 },
]

export const intake = {
  service: 9,
  question: 'Trong 6 tháng qua tóc bạn đã tẩy hoặc nhuộm chưa?',
  kind: 'choice' as const,
  choices: ['Chưa lần nào', 'Đã nhuộm', 'Đã tẩy'],
  required: true,
  active: true,
}

/** What a service of the menu has beside its price and minutes. `idOf` makes ids out of numbers. */
export function moreOf(
  i: number,
  [thao, huong, quan, trang]: string[],
  idOf: (n: number) => string,
  resourceId: (i: number) => string,
): Partial<Service> {
  const options = (n: number, rows: [string, number, number][]) =>
    rows.map(([name, minutes, priceVnd], at) => ({ id: idOf(1000 + i * 20 + n + at), name, minutes, priceVnd }))
  const addons = (...rows: [string, number, number][]) => options(0, rows)
  const variants = (...rows: [string, number, number][]) =>
    options(10, rows).map(({ minutes, ...rest }) => ({ ...rest, durationMinutes: minutes }))
  const by = (...people: [string | undefined, number | null][]) =>
    people.map(([staffId, durationMinutes]) => ({ staffId: staffId!, durationMinutes }))
  const everybodyButSlower = by([thao, null], [huong, null], [quan, null], [trang, 60])
  const washChair = [{ resourceId: resourceId(0), quantity: 1 }]

  const more: Record<number, Partial<Service>> = {
    0: {
      doneBy: everybodyButSlower,
      variants: variants(['Tóc ngắn', 45, 150_000], ['Tóc dài', 60, 180_000]),
      addons: addons(['Gội trước khi cắt', 15, 40_000], ['Sấy tạo kiểu', 15, 50_000]),
    },
    1: { addons: addons(['Gội trước khi cắt', 15, 40_000], ['Cạo mặt', 10, 30_000]) },
    4: { needs: washChair, addons: addons(['Xoa bóp cổ vai gáy', 15, 60_000]) },
    5: { needs: washChair },
    6: { needs: [{ resourceId: resourceId(1), quantity: 1 }] },
    7: { priceKind: 'from' },
    8: {
      ...{ gaps: [{ fromMinute: 30, minutes: 30 }], bufferAfterMinutes: 10, cleaning: true },
      addons: addons(['Hấp dầu sau nhuộm', 30, 150_000]),
    },
    9: {
      ...{ priceKind: 'range', priceMaxVnd: 1_500_000, leadMinutes: 180 },
      ...{ gaps: [{ fromMinute: 45, minutes: 35 }], bufferAfterMinutes: 10, cleaning: true },
    },
    10: { variants: variants(['Ngang vai', 120, 750_000], ['Dài quá vai', 150, 950_000]) },
    11: { doneBy: by([thao, null], [huong, null], [quan, null]), deposit: { kind: 'percent', percent: 20 } },
  }
  return more[i] ?? {}
}

/** Only Trang does not straighten hair. */
export const doesNot = (staff: number, service: number) => staff === 3 && service === 11

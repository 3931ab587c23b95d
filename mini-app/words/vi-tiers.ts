/** What a shopper reads about their level. Amounts come in words: "320.000 đ", "2 lượt". */
export const tiers = {
  tiers: {
    title: 'Hạng của bạn',
    level: (name: string) => (/^hạng /i.test(name) ? name : `Hạng ${name}`),
    none: 'Bạn chưa có hạng',
    since: (day: string) => `Từ ${day}`,
    visits: (n: number) => `${n} lượt`,
    next: (missing: string, name: string) => `Còn ${missing} nữa lên hạng ${name.replace(/^hạng /i, '')}`,
    top: 'Bạn đang ở hạng cao nhất.',
    keep: (missing: string, day: string) => `Giữ hạng: thêm ${missing}, muộn nhất ${day}`,
    sure: (day: string) => `Giữ được hạng này đến hết ${day}`,
  },
}

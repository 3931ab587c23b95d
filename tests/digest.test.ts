import { expect, test } from 'vitest'
import { digests } from '../drizzle/schema/index.ts'
import { tendDigests } from '../server/insights/digest-rounds.ts'
import { formatVnd } from '../shared/money.ts'
import { type Owned, openOwned } from './support/owner.ts'

const hour = 60
const day = 24 * hour

/** A past in which enough people come and come back to say something of. */
async function past({ stranger }: Owned) {
  for (let i = 0; i < 14; i++) await stranger(`Khách ${i}`, i % 3 ? [2 + (i % 5), 40 + i] : [45 + i])
  for (let i = 0; i < 6; i++) await stranger(`Cũ ${i}`, [9 + i])
}

test('the weekly digest says the numbers that the page of figures has', async () => {
  const shop = await openOwned()
  await past(shop)
  await shop.owner('PUT', '/figures/settings', {
    ...{ serviceCostPercent: 40, goodsCostPercent: 60, secondVisitDays: 45 },
    ...{ giveBackFromPercent: null, giveBackToPercent: null },
  })
  await shop.tie(await shop.withPhone('bao'))
  await shop.rounds()

  const [message, ...more] = await shop.told('owner_digest')
  expect(more).toEqual([])
  const ask = async (length: number, until: string) =>
    (await shop.owner('GET', `/figures?length=${length}&until=${until}`)).body.figures
  const [week, month] = [await ask(7, '2026-06-14'), await ask(30, '2026-06-14')]
  const earlier = await ask(30, '2026-06-07')
  const [digest] = await shop.shop.read.select().from(digests)
  expect(digest).toMatchObject({ kind: 'weekly', day: '2026-06-14' })
  expect(digest!.figures).toMatchObject({
    ...{ from: '2026-06-08', netVnd: week.sales.netVnd, growth: week.growth },
    ...{ retention: month.retention, retentionBefore: earlier.retention.value },
    ...{ promotion: week.promotion.given, margin: week.margin.value },
    promotionBefore: week.against.promotion.given,
  })
  expect(week.sales.netVnd).toBeGreaterThan(0)
  const { words } = message!.params
  expect(words).toContain(formatVnd(week.sales.netVnd))
  expect(words).toContain(`(${month.retention.numerator} trên ${month.retention.denominator} khách)`)
  expect(words).toContain('60%')
  expect(words).toContain('tuần 08/06 đến 14/06')
})

test('around Tết the weekly digest also says the same days by the moon, and at other times says nothing of it', async () => {
  const shop = await openOwned({ now: '2026-02-09T10:00:00+07:00' })
  await shop.tie(await shop.withPhone('bao'))
  await shop.stranger('Tuần này', [1, 3, 7])
  // Tết was on 29 January 2025 and is on 17 February 2026: 2 to 8 February are 14 to 20 January of the year before.
  await shop.stranger('Tết trước', [391, 385])
  await shop.stranger('Ngay trước và sau', [392, 384])
  await shop.stranger('Cùng ngày dương lịch', [366, 368])
  await shop.rounds()
  const lineOf = async () => (await shop.told('owner_digest')).at(-1)!.params.words!.match(/Quanh Tết.*/)?.[0]
  expect(await lineOf()).toBe('Quanh Tết, so theo lịch âm: doanh thu tăng 50% so với cùng dịp Tết trước.')
  expect((await shop.owner('GET', '/figures?length=7')).body.figures.lunar).toEqual({
    ...{ days: { from: '2025-01-14', to: '2025-01-20' }, growth: 0.5 },
  })
  shop.wait(7 * day)
  await shop.rounds()
  expect(await lineOf()).toBe('Quanh Tết, so theo lịch âm: doanh thu giảm 100% so với cùng dịp Tết trước.')
  shop.wait(7 * 7 * day)
  await shop.rounds()
  expect(await lineOf()).toBeUndefined()
})

test('what says nothing yet, and a margin without costs, is said to be so', async () => {
  const shop = await openOwned()
  await shop.stranger('Khách', [3])
  await shop.tie(await shop.withPhone('bao'))
  await shop.rounds()
  const { params } = (await shop.told('owner_digest'))[0]!
  expect(params.retention).toContain('chưa đủ dữ liệu')
  expect(params.margin).toBe('chưa đặt giá vốn')
})

test('a digest is told once a week, however many rounds and processes look', async () => {
  const shop = await openOwned()
  await shop.tie(await shop.withPhone('bao'))
  await Promise.all([tendDigests(shop.shop), tendDigests({ ...shop.shop }), tendDigests({ ...shop.shop })])
  await shop.rounds()
  shop.wait(hour)
  await shop.rounds()
  expect(await shop.told('owner_digest')).toHaveLength(1)
  expect(await shop.shop.read.$count(digests)).toBe(1)
  for (let i = 0; i < 6; i++) {
    shop.wait(day)
    await shop.rounds()
  }
  expect(await shop.told('owner_digest')).toHaveLength(1)
  shop.wait(day)
  await shop.rounds()
  expect((await shop.told('owner_digest')).map(({ about }) => about.slice(0, 17))).toEqual([
    'weekly.2026-06-14',
    'weekly.2026-06-21',
  ])
})

test('each is told at their own minute and weekday, and who switched it off is told nothing', async () => {
  const shop = await openOwned()
  await shop.tie(await shop.withPhone('bao'))
  await shop.wants({ weekday: 2, atMinute: 9 * hour, daily: true })
  await shop.rounds()
  expect((await shop.told('owner_digest')).map(({ about }) => about.split('.')[0])).toEqual(['daily'])
  shop.wait(22 * hour) // Tuesday, 8:00
  await shop.rounds()
  expect(await shop.told('owner_digest')).toHaveLength(1)
  shop.wait(hour)
  await shop.rounds()
  expect((await shop.told('owner_digest')).map(({ about }) => about.split('.')[0]).sort()).toEqual([
    ...['daily', 'daily', 'weekly'],
  ])
  await shop.wants({ weekly: false, daily: false })
  for (let i = 0; i < 8; i++) {
    shop.wait(day)
    await shop.rounds()
  }
  expect(await shop.told('owner_digest')).toHaveLength(3)
})

test('while somebody’s window is open it is an ordinary message in whole sentences, else by template', async () => {
  const shop = await openOwned()
  const bao = await shop.withPhone('bao')
  await shop.tie(bao)
  await shop.rounds()
  expect(shop.zalo.inboxOf('bao').at(-1)).toMatchObject({ template: { title: 'Số liệu của tiệm' } })
  expect((await shop.message('owner_digest')).route).not.toBe('oa')

  shop.wait(7 * day - hour)
  await shop.zalo.write('bao', 'Chào tiệm')
  await shop.settled()
  shop.wait(hour)
  await shop.rounds()
  await shop.rounds()
  const message = await shop.message('owner_digest')
  expect(message).toMatchObject({ route: 'oa', costVnd: 0 })
  const text = JSON.stringify(shop.zalo.inboxOf('bao').at(-1))
  for (const sentence of [
    'Doanh thu thực là',
    'Tỉ lệ khách quay lại',
    'Chi phí ưu đãi',
    'Lãi trên doanh thu',
    'Việc nên làm',
  ])
    expect(text).toContain(sentence)
  expect(text).toContain('/admin/suggestions')
})

test('nobody is woken: a digest of the night waits for the shop’s hours', async () => {
  const shop = await openOwned({ now: '2026-06-15T05:30:00+07:00' })
  await shop.tie(await shop.withPhone('bao'))
  await shop.wants({ atMinute: 5 * hour })
  await shop.rounds()
  expect(await shop.told('owner_digest')).toHaveLength(1)
  expect(shop.zalo.inboxOf('bao')).toEqual([])
  shop.wait(3 * hour)
  await shop.rounds()
  expect(shop.zalo.inboxOf('bao')).toHaveLength(1)
})

test('a code ties once, within a quarter of an hour, and a wrong one ties nobody', async () => {
  const shop = await openOwned()
  const [bao, minh] = [await shop.withPhone('bao'), await shop.withPhone('minh')]
  const { body } = await shop.owner('POST', '/owner-inbox/code')
  const wrong = body.code === '000000' ? '000001' : '000000'
  expect((await minh('POST', '/me/owner', { code: wrong })).body.code).toBe('owner_code_unknown')
  shop.wait(16)
  expect((await bao('POST', '/me/owner', { code: body.code })).status).toBe(409)
  const again = (await shop.owner('POST', '/owner-inbox/code')).body
  expect((await bao('POST', '/me/owner', { code: again.code })).status).toBe(204)
  expect((await minh('POST', '/me/owner', { code: again.code })).status).toBe(409)
  expect((await shop.owner('GET', '/owner-inbox')).body.tied).not.toBeNull()
  await shop.owner('DELETE', '/owner-inbox/tie')
  await shop.rounds()
  expect(await shop.told('owner_digest')).toEqual([])
  const guesses = []
  for (let i = 0; i < 12; i++) guesses.push((await minh('POST', '/me/owner', { code: wrong })).status)
  expect(guesses.at(-1)).toBe(429)
})

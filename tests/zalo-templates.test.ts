import { expect, test } from 'vitest'
import { zaloThatAnswers } from './support/zalo-host.ts'

const ok = (data: unknown, more: object = {}) => ({ error: 0, message: 'Success', data, ...more })

test('the list of templates comes a page at a time, with how many there are', async () => {
  const row = { templateId: 300001, templateName: 'Xác nhận', createdTime: '1767225600000', status: 'ENABLE' }
  const { zalo, question } = zaloThatAnswers(() =>
    ok(
      [
        { ...row, templateQuality: 'HIGH' },
        { ...row, templateQuality: null },
      ],
      { metadata: { total: 7 } },
    ),
  )

  const found = await zalo.templates({ offset: 5, limit: 100, status: 'REJECT' })

  expect(question()).toBe('GET /business/template/all?offset=5&limit=100&status=3')
  expect(found.total).toBe(7)
  expect(found.templates).toEqual([
    { id: '300001', name: 'Xác nhận', createdAt: new Date(1767225600000), status: 'ENABLE', quality: 'HIGH' },
    { id: '300001', name: 'Xác nhận', createdAt: new Date(1767225600000), status: 'ENABLE', quality: undefined },
  ])
})

const detail = {
  templateId: '300001',
  templateName: 'Xác nhận',
  status: 'PENDING_REVIEW',
  listParams: [
    { name: 'customer_name', require: true, type: 'STRING', maxLength: 30, minLength: '0', acceptNull: false },
    { name: 'note', require: false, type: 'STRING', maxLength: 200, minLength: 0 },
  ],
  listButtons: [{ type: 4, title: 'Xem lịch', content: 'https://zalo.me/s/1/' }],
  timeout: '7200000',
  previewUrl: 'https://zns.example/preview',
  templateQuality: 'UNDEFINED',
  templateTag: 'TRANSACTION',
  price: '800.0',
  price_sdt: '800',
  price_uid: '560',
}

test('a template tells its parameters, buttons and prices', async () => {
  const { zalo, question } = zaloThatAnswers(() => ok(detail))

  expect(await zalo.templateInfo('300001')).toEqual({
    id: '300001',
    name: 'Xác nhận',
    status: 'PENDING_REVIEW',
    tag: 'TRANSACTION',
    quality: 'UNDEFINED',
    timeoutMs: 7_200_000,
    previewUrl: 'https://zns.example/preview',
    params: [
      { name: 'customer_name', required: true, type: 'STRING', maxLength: 30, minLength: 0, acceptsNull: false },
      { name: 'note', required: false, type: 'STRING', maxLength: 200, minLength: 0, acceptsNull: false },
    ],
    buttons: [{ type: 4, title: 'Xem lịch', content: 'https://zalo.me/s/1/' }],
    priceVnd: 800,
    priceByPhoneVnd: 800,
    priceByUserVnd: 560,
  })
  expect(question()).toBe('GET /business/template/info/v2?template_id=300001')
})

test('what a template does not say is undefined, not nothing or zero', async () => {
  const { listButtons: _, price, price_sdt, ...sparse } = { ...detail, price_uid: null, templateTag: null }
  const { zalo } = zaloThatAnswers(() => ok(sparse))

  expect(await zalo.templateInfo('300001')).toMatchObject({
    buttons: [],
    tag: undefined,
    priceVnd: undefined,
    priceByPhoneVnd: undefined,
    priceByUserVnd: undefined,
  })
})

test('sample values and allowed kinds are read', async () => {
  const { zalo, question } = zaloThatAnswers(({ url }) =>
    ok(url.includes('sample-data') ? { customer_name: 'Lan', points: 25 } : ['OTP', 'IN_TRANSACTION']),
  )

  expect(await zalo.templateSample('300005')).toEqual({ customer_name: 'Lan', points: '25' })
  expect(question()).toBe('GET /business/template/sample-data?template_id=300005')
  expect(await zalo.templateTags()).toEqual(['OTP', 'IN_TRANSACTION'])
  expect(question()).toBe('GET /business/message/template-tag')
})

test('quota and quality are read as they stand, what is null as undefined', async () => {
  const { zalo, question } = zaloThatAnswers(({ url }) =>
    ok(
      url.includes('/quality')
        ? { oaCurrentQuality: 'HIGH', oa7dayQuality: 'LOW' }
        : { dailyQuota: 500, remainingQuota: '499', dailyQuotaPromotion: null, monthlyPromotionQuota: 3000 },
    ),
  )

  expect(await zalo.messageQuota()).toEqual({
    daily: 500,
    remaining: 499,
    dailyPromotion: undefined,
    remainingPromotion: undefined,
    monthlyPromotion: 3000,
    remainingMonthlyPromotion: undefined,
  })
  expect(question()).toBe('GET /business/message/quota')
  expect(await zalo.quality()).toEqual({ now: 'HIGH', week: 'LOW' })
  expect(question()).toBe('GET /business/quality')
})

const page = { templateId: '300006', from: new Date(1000), to: new Date(2000), offset: 0, limit: 50 }
const wanted = { template_id: '300006', from_time: '1000', to_time: '2000', offset: '0', limit: '50' }
const path = `/business/rating/get?${new URLSearchParams(wanted)}`
const rating = { rate: 5, note: 'Tốt lắm', feedbacks: ['Nhanh'], submitDate: '1616673095659', msgId: 'm-1' }
const read = { stars: 5, note: 'Tốt lắm', choices: ['Nhanh'], at: new Date(1616673095659), messageId: 'm-1' }

test('ratings are asked for by GET', async () => {
  const silent = { ...rating, rate: '1', note: null, feedbacks: null, trackingId: 'ours' }
  const { zalo, asked, question } = zaloThatAnswers(() => ok({ total: 2, data: [rating, silent] }))

  expect(await zalo.ratings(page)).toEqual({
    total: 2,
    ratings: [
      { ...read, trackingId: undefined },
      { ...read, stars: 1, note: '', choices: [], trackingId: 'ours' },
    ],
  })
  expect([asked.length, question()]).toEqual([1, `GET ${path}`])
})

test.each([
  ['-106', () => Response.json({ error: -106 })],
  ['HTTP 404', () => new Response('<h1>Not found</h1>', { status: 404 })],
  ['HTTP 405', () => Response.json({ message: 'Method not allowed' }, { status: 405 })],
])('where GET is refused with %s, ratings are asked for by POST', async (_, refusal) => {
  const { zalo, asked, question } = zaloThatAnswers(({ method }) =>
    method === 'GET' ? refusal() : ok({ total: 1, data: [rating] }),
  )

  expect(await zalo.ratings(page)).toMatchObject({ total: 1, ratings: [read] })
  expect(question()).toBe(`POST ${path}`)
  expect(await asked[1]!.json()).toEqual(wanted)
})

test('any other refusal of the ratings stands', async () => {
  const { zalo, asked } = zaloThatAnswers(() => ({ error: -117 }))

  await expect(zalo.ratings(page)).rejects.toMatchObject({ code: -117 })
  expect(asked).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { oaWindow } from '../server/zalo/oa-quota.ts'
import { bookingMade } from './support/zalo.ts'
import { zaloThatAnswers } from './support/zalo-host.ts'

const ok = (data: unknown, more: object = {}) => ({ error: 0, message: 'Success', data, ...more })
const lan = '7723456789012345671'
const sent = ok({ message_id: 'm-1', user_id: lan, quota: { quota_type: 'reply', remain: '7', total: 8 } })

test('a text goes out composed, and the answer says what it was paid from', async () => {
  const { zalo, asked, question } = zaloThatAnswers(() => sent)

  const answer = await zalo.sendOaMessage(lan, { text: 'Dạ còn chỗ ạ'.normalize('NFD') })

  expect(question()).toBe('POST /openapi/v3.0/oa/message/cs')
  expect(asked[0]!.headers.get('access_token')).toBe('AT-1')
  expect(await asked[0]!.json()).toEqual({ recipient: { user_id: lan }, message: { text: 'Dạ còn chỗ ạ' } })
  expect(answer).toEqual({ messageId: 'm-1', quota: { type: 'reply', remaining: 7, total: 8 } })
})

test('a quota of a shape unheard of does not make a message that was sent doubtful', async () => {
  const { zalo } = zaloThatAnswers(() => ok({ message_id: 'm-1', quota: 'plenty' }))

  expect(await zalo.sendOaMessage(lan, { text: 'Chào bạn' })).toEqual({ messageId: 'm-1', quota: undefined })
})

const elements = [{ title: 'Cắt tóc', subtitle: '30 phút', imageUrl: 'https://a.vn/1.jpg', url: 'https://a.vn/1' }]
const buttons = [
  { title: 'Đặt lịch', type: 'oa.open.url', payload: { url: 'https://zalo.me/s/1/' } },
  { title: 'Giá', type: 'oa.query.show', payload: 'Bảng giá' },
  { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '84912345678' } },
] as const

test('elements and buttons go out as a list', async () => {
  const { zalo, asked } = zaloThatAnswers(() => sent)

  await zalo.sendOaMessage(lan, { text: 'Mời bạn chọn', elements, buttons: [...buttons] })

  const { message } = (await asked[0]!.json()) as { message: unknown }
  expect(message).toEqual({
    text: 'Mời bạn chọn',
    attachment: {
      type: 'template',
      payload: {
        template_type: 'list',
        elements: [
          {
            title: 'Cắt tóc',
            subtitle: '30 phút',
            image_url: 'https://a.vn/1.jpg',
            default_action: { type: 'oa.open.url', url: 'https://a.vn/1' },
          },
        ],
        buttons,
      },
    },
  })
})

test('buttons alone hang on their text, and on a text too long for that they are lines of it', async () => {
  const { zalo, asked } = zaloThatAnswers(() => sent)
  const long = 'ă'.repeat(101)

  await zalo.sendOaMessage(lan, { text: 'Mời bạn', buttons: [buttons[1]] })
  await zalo.sendOaMessage(lan, { text: long, buttons: [buttons[1]] })
  await zalo.sendOaMessage(lan, { buttons: [buttons[1]] })

  const payload = { template_type: 'list', elements: [{ title: 'Mời bạn' }], buttons: [buttons[1]] }
  expect(await Promise.all(asked.map((request) => request.json()))).toMatchObject([
    { message: { attachment: { type: 'template', payload } } },
    { message: { text: `${long}\nGiá: nhắn “Bảng giá”` } },
    { message: { text: 'Giá: nhắn “Bảng giá”' } },
  ])
})

const lines = [
  'Mời bạn chọn',
  'Cắt tóc – 30 phút – https://a.vn/1',
  'Đặt lịch: https://zalo.me/s/1/',
  'Giá: nhắn “Bảng giá”',
  'Gọi: 84912345678',
].join('\n')

test('where lists are switched off, elements and buttons are lines of text', async () => {
  const { zalo, asked } = zaloThatAnswers(() => sent, { listMessages: false })

  await zalo.sendOaMessage(lan, { text: 'Mời bạn chọn', elements, buttons: [...buttons] })

  expect(await asked[0]!.json()).toMatchObject({ message: { text: lines } })
})

test.each([
  [{ attachmentId: 'img-1' }, { media_type: 'image', attachment_id: 'img-1' }],
  [{ url: 'https://a.vn/1.jpg' }, { media_type: 'image', url: 'https://a.vn/1.jpg' }],
])('an image leaves no room for buttons, which become text: %j', async (image, element) => {
  const { zalo, asked } = zaloThatAnswers(() => sent)

  await zalo.sendOaMessage(lan, { text: 'Mời bạn chọn', image, elements, buttons: [...buttons] })

  const payload = { template_type: 'media', elements: [element] }
  const { message } = (await asked[0]!.json()) as { message: unknown }
  expect(message).toEqual({ text: lines, attachment: { type: 'template', payload } })
})

test.each([
  ['nothing', {}],
  ['more than 2,000 characters', { text: 'ă'.repeat(2001) }],
])('a message of %s is not sent', async (_, message) => {
  const { zalo, asked } = zaloThatAnswers(() => sent)

  await expect(zalo.sendOaMessage(lan, message)).rejects.toMatchObject({ kind: 'permanent' })
  await zalo.sendOaMessage(lan, { text: 'ă'.normalize('NFD').repeat(2000) })
  expect(asked).toHaveLength(1)
})

const png = (bytes: number) => {
  const content = new Uint8Array(bytes)
  content.set([0x89, 0x50, 0x4e, 0x47])
  return new Blob([content], { type: 'application/octet-stream' })
}

test('an image is uploaded whole, also when its token had to be refreshed first', async () => {
  let tries = 0
  const { zalo, asked } = zaloThatAnswers(({ url }) => {
    if (url.includes('/oauth/')) return { access_token: 'AT-2', refresh_token: 'RT-2', expires_in: '90000' }
    tries += 1
    return tries === 1 ? { error: -216 } : ok({ attachment_id: 'img-1' })
  })

  expect(await zalo.uploadImage(png(1024 * 1024))).toEqual({ attachmentId: 'img-1' })

  expect(asked[2]!.url).toBe('http://zalo.test/openapi/v2.0/oa/upload/image')
  expect(asked[2]!.headers.get('access_token')).toBe('AT-2')
  const file = (await asked[2]!.formData()).get('file') as File
  expect([file.size, file.type, file.name]).toEqual([1024 * 1024, 'image/png', 'image.png'])
})

test.each([
  ['larger than 1 MB', png(1024 * 1024 + 1)],
  ['that is none', new Blob(['GIF89a'], { type: 'image/png' })],
  ['without a byte', new Blob([])],
])('an image %s is refused before it is sent', async (_, file) => {
  const { zalo, asked } = zaloThatAnswers(() => sent)

  await expect(zalo.uploadImage(file)).rejects.toMatchObject({ kind: 'permanent' })
  expect(asked).toEqual([])
})

test('the Official Account knows itself by either of two names for its id', async () => {
  for (const id of ['oaid', 'oa_id']) {
    const { zalo, question } = zaloThatAnswers(() => ok({ [id]: '2222222222222222222', name: 'Tiệm tóc Mây' }))

    expect(await zalo.oaInfo()).toMatchObject({ oaId: '2222222222222222222', name: 'Tiệm tóc Mây', isVerified: false })
    expect(question()).toBe('GET /openapi/v2.0/oa/getoa')
  }
  const nameless = zaloThatAnswers(() => ok({ name: 'Tiệm tóc Mây' }))
  await expect(nameless.zalo.oaInfo()).rejects.toMatchObject({ kind: 'retryable' })
})

test('how much may still be written to someone', async () => {
  const { zalo, asked, question } = zaloThatAnswers(() =>
    ok({ last_interaction: '1787209817225', cs_reply: { remain: '7', total: 8 }, promotion: null }),
  )

  expect(await zalo.oaQuota(lan)).toEqual({
    lastInteractionAt: new Date(1787209817225),
    replies: { remaining: 7, total: 8 },
    promotion: undefined,
  })
  expect([question(), await asked[0]!.json()]).toEqual(['POST /openapi/v3.0/oa/quota/message', { user_id: lan }])
})

test.each([
  ['2026-01-03T08:00:00.000Z', 'free'],
  ['2026-01-03T07:59:59.999Z', 'charged'],
  ['2025-12-29T08:00:00.000Z', 'charged'],
  ['2025-12-29T07:59:59.999Z', 'closed'],
  [undefined, 'closed'],
])('someone who last did something at %s can be written to: %s', (at, window) => {
  expect(oaWindow(at ? new Date(at) : undefined, new Date('2026-01-05T08:00:00Z'))).toBe(window)
})

test.each([
  ['inside', ok({ message_id: 'm-1', sent_time: '1626926349402', quota: { quota_type: 'sub_quota', remain: 3 } })],
  ['beside', ok({ message_id: 'm-1', quota: { quota_type: 'sub_quota', remain: '3' } }, { sent_time: 1626926349402 })],
])('a template sent to a user says when, %s its data', async (_, answer) => {
  const { zalo, asked, question } = zaloThatAnswers(() => answer)
  const { templateId, data } = bookingMade('84912345678', { staff: 'Thảo'.normalize('NFD') })

  expect(await zalo.sendTemplateToUser({ oaUserId: lan, templateId, data })).toMatchObject({
    messageId: 'm-1',
    sentAt: new Date(1626926349402),
    quota: { type: 'sub_quota', remaining: 3 },
  })
  expect(question()).toBe('POST /openapi/v3.0/oa/message/template')
  expect(await asked[0]!.json()).toEqual({
    user_id: lan,
    template_id: templateId,
    template_data: { ...data, staff: 'Thảo' },
  })
})

test('a number can be sent as its hash', async () => {
  const { zalo, asked, question } = zaloThatAnswers(() => ok({ msg_id: 'm-1', sent_time: '1626926349402' }))

  await zalo.sendTemplate({ ...bookingMade('84912345678'), hashPhone: true })

  expect(question()).toBe('POST /business/message/template/hashphone')
  const body = await asked[0]!.text()
  expect(JSON.parse(body).hash_phone).toBe('25cc2f7574420a2d46c9f2d6cf94cdbb242ef7d479afe92ed6e8eb33a7493093')
  expect(body).not.toContain('84912345678')
})

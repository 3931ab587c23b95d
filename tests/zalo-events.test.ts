import { expect, test } from 'vitest'
import { miniAppSignatureOf, verifyMiniAppWebhook } from '../server/zalo/mini-app-webhooks.ts'
import { eventKey, signatureOf, verifyOaWebhook } from '../server/zalo/webhooks.ts'
import { zaloSettings } from './support/zalo.ts'

const between = { sender: { id: '111' }, recipient: { id: '222' }, user_id_by_app: '333' }

/** The event that Zalo tells with a signature of its own; undefined if it was not believed. */
function told(event: object, server = 'OA OpenAPI') {
  const whole = { app_id: zaloSettings.appId, timestamp: '1787209817225', ...event }
  const bytes = Buffer.from(JSON.stringify(whole))
  const signature = signatureOf(bytes, String(whole.timestamp), zaloSettings)
  const headers = new Headers({ 'x-zevent-signature': signature, 'x-zevent-server': server })
  return verifyOaWebhook(bytes, headers, zaloSettings)!
}

const photo = { type: 'image', payload: { url: 'https://a.vn/1.jpg', thumbnail: 'https://a.vn/1s.jpg' } }
const rating = { rating_type: 'csat', rate: '5', note: 'Tốt', submit_time: '1616673095659', msg_id: 'm-1' }

test.each([
  ['followed', { event_name: 'follow', oa_id: '2', follower: { id: '1' }, user_id_by_app: '3' }, {}],
  ['unfollowed', { event_name: 'unfollow', oa_id: '2', follower: { id: '1' }, source: null }, {}],
  ['text_sent', { event_name: 'user_send_text', ...between, message: { text: 'Alo', msg_id: 'm-1' } }, {}],
  [
    'media_sent',
    { event_name: 'user_send_image', ...between, message: { msg_id: 'm-1', attachments: [photo] } },
    { message: { attachments: [photo] }, user_id_by_app: '333' },
  ],
  ['media_sent', { event_name: 'user_send_sticker', ...between, message: { msg_id: 'm-1' } }, {}],
  [
    'info_submitted',
    { event_name: 'user_submit_info', ...between, info: { name: 'Lan', phone: 84912345678, ward: 'Bến Nghé' } },
    { info: { name: 'Lan', phone: '84912345678', ward: 'Bến Nghé' } },
  ],
  ['chat_opened', { event_name: 'user_click_chatnow', user_id: '111', oa_id: '222' }, { user_id: '111' }],
  ['chat_received', { event_name: 'user_received_message', ...between, message: { msg_id: 'm-1' } }, {}],
  ['seen', { event_name: 'user_seen_message', ...between, message: { msg_ids: ['m-1', 'm-2'] } }, {}],
  [
    'rated',
    { event_name: 'user_feedback', oa_id: '222', message: { ...rating, tracking_id: 'ours', feedbacks: ['Nhanh'] } },
    { message: { rate: 5, note: 'Tốt', feedbacks: ['Nhanh'], submit_time: 1616673095659, tracking_id: 'ours' } },
  ],
  [
    'rated',
    { event_name: 'user_feedback', oa_id: '222', message: { ...rating, rate: 1, note: null } },
    { message: { rate: 1, note: '', feedbacks: [] } },
  ],
  [
    'button_clicked',
    {
      event_name: 'user_click_response_button',
      oa_id: '222',
      msg_id: 'm-1',
      message: { submit_time: '1616673095659', button_type: 2, data: 'Đồng ý', tracking_id: 'ours' },
    },
    { msg_id: 'm-1', message: { button_type: '2', data: 'Đồng ý' } },
  ],
  [
    'template_status',
    {
      event_name: 'change_template_status',
      oa_id: '222',
      template_id: 300001,
      status: { prev_status: 'PENDING_REVIEW', new_status: 'REJECT' },
      reason: 'Sai mẫu',
    },
    { template_id: '300001', status: { new_status: 'REJECT' }, reason: 'Sai mẫu' },
  ],
  [
    'template_quality',
    { event_name: 'change_template_quality', oa_id: '222', template_id: '300001', quality: 'LOW' },
    { quality: 'LOW' },
  ],
  [
    'quota_changed',
    { event_name: 'change_oa_daily_quota', oaId: '222', quota: { prev_value: '500', new_value: 2000 } },
    { oaId: '222', quota: { prev_value: 500, new_value: 2000 } },
  ],
  ['other', { event_name: 'user_send_group_text', ...between, group_id: 'g', message: { msg_id: 'm-1' } }, {}],
  ['other', { event_name: 'user_feedback', oa_id: '222', message: { ...rating, rate: 6 } }, {}],
  ['other', { event_name: 'user_withdraw', who: '?', message: null }, { who: '?' }],
])('%s is told (%#)', (kind, event, more) => {
  expect(told(event)).toMatchObject({ kind, event: { event_name: event.event_name, ...more } })
})

test('the same name means a template on a phone, or a chat, by who tells it', () => {
  const message = { msg_id: 'm-1', tracking_id: 'ours', delivery_time: '1626926349402' }
  const event = { event_name: 'user_received_message', ...between, message }

  expect(told(event, 'ZNS')).toMatchObject({
    kind: 'template_received',
    event: { message: { ...message, delivery_time: 1626926349402 } },
  })
  expect(told(event)).toMatchObject({ kind: 'chat_received', event: { message: { msg_id: 'm-1' } } })
})

test('a timestamp may be a number, and an id of the app that is none is left out', () => {
  const event = { event_name: 'follow', oa_id: '2', follower: { id: '1' }, user_id_by_app: null }

  expect(told({ ...event, timestamp: 1787209817225 })).toMatchObject({
    kind: 'followed',
    event: { timestamp: '1787209817225', user_id_by_app: undefined },
  })
})

test('each event has a key of its own, and repeats have the same', () => {
  const seen = (...msg_ids: string[]) => ({ event_name: 'user_seen_message', ...between, message: { msg_ids } })
  const click = { event_name: 'user_click_response_button', oa_id: '2', msg_id: 'm-1' }
  const quality = { event_name: 'change_template_quality', oa_id: '2', quality: 'LOW' }
  const keys = [
    { event_name: 'user_send_text', ...between, message: { text: 'Alo', msg_id: 'm-1' } },
    { event_name: 'user_feedback', oa_id: '222', message: rating },
    seen('m-1'),
    seen('m-1', 'm-2'),
    { ...click, message: { submit_time: '1616673095659', data: 'A' } },
    { ...click, message: { submit_time: '1616673095660', data: 'B' }, timestamp: '1787209817226' },
    { ...quality, template_id: '300001' },
    { ...quality, template_id: '300002' },
    { event_name: 'change_oa_daily_quota', oaId: '222', quota: { new_value: 2000 } },
    { event_name: 'user_click_chatnow', user_id: '111', oa_id: '222' },
    { event_name: 'user_withdraw', message: null },
  ].map((event) => [eventKey(told(event)), eventKey(told({ ...event, num_retry: 2 }))])

  expect(keys.every(([first, repeat]) => first === repeat)).toBe(true)
  expect(new Set(keys.flat()).size).toBe(11)
  expect(keys.map(([key]) => key)).toEqual(
    expect.arrayContaining([
      'user_seen_message:m-1,m-2',
      'user_click_chatnow:1787209817225:111',
      'change_template_quality:1787209817225:300001',
      'user_click_response_button:1787209817225:m-1',
    ]),
  )
})

test.each([
  [
    { event: 'versions.review.done', versionId: 101, status: 0, timestamp: 1670553442564 },
    { kind: 'version_reviewed', versionId: 101, approved: true, description: '', at: new Date(1670553442564) },
  ],
  [
    { event: 'versions.review.done', versionId: 101, status: -1, description: 'Thiếu', timestamp: '1670553442564' },
    { kind: 'version_reviewed', versionId: 101, approved: false, description: 'Thiếu', at: new Date(1670553442564) },
  ],
  [{ event: 'user.revoke.consent', timestamp: 1 }, { kind: 'other' }],
  [{ event: 'something.new' }, { kind: 'other', body: { event: 'something.new' } }],
])('the Mini App tells of its review and of what is unheard of: %j', (event, expected) => {
  const body = { ...event, appId: zaloSettings.miniAppId }
  const headers = new Headers({ 'x-zevent-signature': miniAppSignatureOf(body, zaloSettings.apiKey) })

  expect(verifyMiniAppWebhook(Buffer.from(JSON.stringify(body)), headers, zaloSettings)).toMatchObject(expected)
})

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { confirmation, openStandIn } from './support/stand-in.ts'

type Open = ReturnType<typeof openStandIn>
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Sends a request for stars to Lan; its id. */
async function askForStars(open: Open) {
  const template_data = { customer_name: 'Nguyễn Thị Lan', booking_code: 'A1B2C3', service: 'Cắt tóc nữ' }
  const body = confirmation({ template_id: '300006', template_data, tracking_id: 'ask-1' })
  const { data } = await open.ask('POST', '/business/message/template', body)
  await open.standIn.settled()
  open.posts.length = 0
  return data.msg_id as string
}

test('every event is signed over its bytes, spaces, odd order and tone marks included', async () => {
  const { standIn, posts } = openStandIn()
  standIn.write('lan', 'Cho tôi đặt lịch'.normalize('NFD'))
  await standIn.settled()

  const [{ text, headers, json }] = posts as [Open['posts'][0]]
  expect(headers.get('x-zevent-signature')).toBe(
    `mac=${sha256(`${json.app_id}${text}${json.timestamp}the-webhook-key`)}`,
  )
  expect(headers.get('x-zevent-server')).toBe('OA OpenAPI')
  expect(text).not.toBe(JSON.stringify(json))
})

test('stars are told once, with the answers of their level, and without saying who gave them', async () => {
  const open = openStandIn()
  const id = await askForStars(open)
  expect(open.standIn.rate(id, 6)).toBe(false)
  expect(open.standIn.rate(id, 5, { choices: ['Chờ quá lâu'] })).toBe(false)

  expect(open.standIn.rate(id, 2, { note: 'Chờ hơi lâu', choices: ['Chờ lâu'] })).toBe(true)
  expect(open.standIn.rate(id, 5)).toBe(false)
  await open.standIn.settled()

  expect(open.posts.map(({ json }) => json)).toEqual([
    {
      timestamp: '1767574800000',
      app_id: '1234567890123456789',
      event_name: 'user_feedback',
      oa_id: '2222222222222222222',
      message: {
        rating_type: 'csat',
        option: 'five_emotions',
        note: 'Chờ hơi lâu',
        rate: 2,
        submit_time: '1767574800000',
        msg_id: id,
        feedbacks: ['Chờ lâu'],
        tracking_id: 'ask-1',
      },
    },
  ])
})

test('ratings can be read by GET and by POST, within a time', async () => {
  const open = openStandIn()
  open.standIn.rate(await askForStars(open), 4, { note: 'Tốt' })
  const rating = { total: 1, data: [{ rate: 4, note: 'Tốt', trackingId: 'ask-1', submitDate: '1767574800000' }] }
  const asked = { template_id: '300006', from_time: 1767574800000, to_time: 1767574800000, offset: 0, limit: 10 }
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))

  expect(await open.ask('GET', `/business/rating/get?${query}`)).toMatchObject({ error: 0, data: rating })
  expect(await open.ask('POST', '/business/rating/get', asked)).toMatchObject({ error: 0, data: rating })
  expect(await open.ask('POST', `/business/rating/get?${query}`)).toMatchObject({ error: 0, data: rating })
  expect(await open.ask('GET', '/business/rating/get?template_id=300006&from_time=1767574800001')).toMatchObject({
    data: { total: 0 },
  })
  expect(await open.ask('GET', '/business/rating/get?template_id=1')).toMatchObject({ error: -109 })
})

test('a button pressed in a template message is told, and can be read', async () => {
  const open = openStandIn()
  const id = await askForStars(open)

  expect(open.standIn.press(id, 0)).toBe(true)
  await open.standIn.settled()

  expect(open.posts[0]!.json).toMatchObject({
    ...{ event_name: 'user_click_response_button', oa_id: '2222222222222222222', msg_id: id },
    message: { submit_time: '1767574800000', button_type: 4, data: 'Gửi đánh giá', tracking_id: 'ask-1' },
  })
  expect(await open.ask('POST', '/business/response/get', { template_id: '300006' })).toMatchObject({
    data: { data: [{ data: 'Gửi đánh giá', msgId: id, trackingId: 'ask-1' }] },
  })
})

test('what Zalo decides about templates and quotas is told', async () => {
  const { standIn, posts } = openStandIn()
  standIn.setTemplateStatus('300015', 'REJECT', 'Sai chính tả')
  standIn.setTemplateQuality('300001', 'LOW')
  standIn.setDailyQuota(2000)
  await standIn.settled()

  expect(posts.map(({ json }) => json)).toMatchObject([
    {
      event_name: 'change_template_status',
      oa_id: '2222222222222222222',
      template_id: '300015',
      status: { prev_status: 'PENDING_REVIEW', new_status: 'REJECT' },
      reason: 'Sai chính tả',
    },
    { event_name: 'change_template_quality', template_id: '300001', quality: 'LOW' },
    { event_name: 'change_oa_daily_quota', oaId: '2222222222222222222', quota: { prev_value: 500, new_value: 2000 } },
  ])
})

test('pictures, places and a wish to chat are told in their own shapes', async () => {
  const { standIn, posts } = openStandIn()
  standIn.write('lan', 'Mẫu này', { kind: 'image', payload: { url: 'https://a.b/c.jpg' } })
  standIn.clickChatNow('lan')
  await standIn.settled()

  expect(posts.map(({ json }) => json)).toMatchObject([
    {
      event_name: 'user_send_image',
      message: { text: 'Mẫu này', attachments: [{ type: 'image', payload: { url: 'https://a.b/c.jpg' } }] },
    },
    { event_name: 'user_click_chatnow', user_id: standIn.people[0]!.oaUserId },
  ])
  expect(posts[1]!.json).not.toHaveProperty('sender')
})

test('who takes permission back is told to the Mini App in a shape and a signature of its own', async () => {
  const { standIn, posts } = openStandIn()
  const lan = standIn.people[0]!
  lan.consents.add('scope.userInfo')
  standIn.revokeConsent('lan')
  await standIn.settled()

  const event = { appId: '3333333333333333333', userId: lan.appUserId, timestamp: 1767574800000 }
  expect(posts).toMatchObject([
    { url: 'http://shop.test/webhooks/mini-app', json: { event: 'user.revoke.consent', ...event } },
  ])
  const values = `${event.appId}user.revoke.consent${event.timestamp}${event.userId}`
  expect(posts[0]!.headers.get('x-zevent-signature')).toBe(sha256(`${values}the-open-api-key`))
  expect(lan.consents.size).toBe(0)
})

test("a server that does not answer 200 is tried again on Zalo's ladder, with the same bytes, and no more after an hour", async () => {
  const { standIn, posts, shop, pass } = openStandIn()
  shop.status = 500
  standIn.write('lan', 'Chào')
  await standIn.settled()

  const tries = async (seconds: number) => {
    await pass(seconds)
    return posts.length
  }
  expect([await tries(29), await tries(1)]).toEqual([1, 2])
  expect([await tries(299), await tries(1)]).toEqual([2, 3])
  expect([await tries(899), await tries(1)]).toEqual([3, 4])
  expect([await tries(1799), await tries(1)]).toEqual([4, 5])
  expect([await tries(3599), await tries(1)]).toEqual([5, 6])
  expect(await tries(86_400)).toBe(6)
  expect(posts.map(({ headers }) => headers.get('num_retry'))).toEqual([null, '1', '2', '3', '4', '5'])
  expect(new Set(posts.map(({ text, headers }) => text + headers.get('x-zevent-signature'))).size).toBe(1)
})

test('while webhooks are down nothing comes; afterwards the ladder brings it', async () => {
  const { standIn, posts, pass } = openStandIn()
  standIn.switches.webhooksDown = true
  standIn.write('lan', 'Chào')
  await standIn.settled()
  await pass(60)
  expect(posts).toEqual([])

  standIn.switches.webhooksDown = false
  await pass(300)

  expect(posts.map(({ headers }) => headers.get('num_retry'))).toEqual(['2'])
})

test('the console tries an address with an unsigned empty object', async () => {
  const { standIn, posts } = openStandIn()

  expect(await standIn.probe()).toBe(200)
  expect(posts).toMatchObject([{ text: '{}', url: 'http://shop.test/webhooks/zalo' }])
  expect(posts[0]!.headers.has('x-zevent-signature')).toBe(false)
})

test('with the same chance and the same clock, everything is the same', async () => {
  const run = async () => {
    let seed = 1
    const random = () => {
      seed = (seed * 48271) % 2147483647
      return seed / 2147483647
    }
    const open = openStandIn({ random })
    await open.ask('POST', '/business/message/template', confirmation())
    open.standIn.write('lan', 'Chào')
    await open.standIn.settled()
    return open.posts.map(({ text }) => text)
  }

  expect(await run()).toEqual(await run())
})

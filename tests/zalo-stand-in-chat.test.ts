import { expect, test } from 'vitest'
import { confirmation, openStandIn } from './support/stand-in.ts'

type Open = ReturnType<typeof openStandIn>
const userIdOf = ({ standIn }: Open, key: string) => standIn.world.personBy('key', key)!.oaUserId
const say = (open: Open, message: object, key = 'lan') =>
  open.ask('POST', '/openapi/v3.0/oa/message/cs', { recipient: { user_id: userIdOf(open, key) }, message })
const media = (element: object) => ({
  attachment: {
    type: 'template',
    payload: { template_type: 'media', elements: [{ media_type: 'image', ...element }] },
  },
})

async function upload({ standIn, accessToken }: Open, bytes: Uint8Array<ArrayBuffer>) {
  const body = new FormData()
  body.set('file', new File([bytes], 'anh.png'))
  const headers = { access_token: accessToken }
  return (
    await standIn.fetch('http://zalo.test/openapi/v2.0/oa/upload/image', { method: 'POST', headers, body })
  ).json()
}
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(100)])

test('the shop may speak free of charge for two days after somebody wrote, for money until the seventh, by night too', async () => {
  const open = openStandIn({ start: '2026-01-05T23:00:00+07:00' })
  expect(await say(open, { text: 'Chào bạn' })).toMatchObject({ error: -230 })

  open.standIn.write('lan', 'Tiệm còn mở không ạ?')
  expect(await say(open, { text: 'Dạ còn' })).toMatchObject({ data: { quota: { quota_type: 'reply' } } })
  await open.pass(49 * 3600)
  expect(await say(open, { text: 'Dạ còn' })).toMatchObject({ data: { quota: { quota_type: 'sub_quota' } } })
  await open.pass(6 * 86_400)
  expect(await say(open, { text: 'Dạ còn' })).toMatchObject({ error: -230 })

  open.standIn.clickChatNow('lan')
  expect(await say(open, { text: 'Dạ còn' })).toMatchObject({ error: 0 })
})

test('a picture is sent by the id of its upload, for a week, or by its address', async () => {
  const open = openStandIn()
  open.standIn.write('lan', 'Cho xem mẫu')
  const { data } = await upload(open, png)

  expect(await say(open, media(data))).toMatchObject({ error: 0 })
  expect(await say(open, media({ url: 'https://tiem.vn/a.png' }))).toMatchObject({ error: 0 })
  const [sent] = open.standIn.inboxOf('lan')
  const shown = await open.standIn.fetch(`http://zalo.test${sent!.attachment!.imageUrl!.replace('/stand-in', '')}`)
  expect([shown.headers.get('content-type'), (await shown.arrayBuffer()).byteLength]).toEqual(['image/png', 104])

  expect(await say(open, media({ attachment_id: 'made-up' }))).toMatchObject({ error: -201 })
  await open.pass(6.9 * 86_400)
  expect(await say(open, media(data))).toMatchObject({ error: 0 })
  await open.pass(0.2 * 86_400)
  open.standIn.write('lan', 'Cho xem lại')
  expect(await say(open, media(data))).toMatchObject({ error: -100 })
})

test('a picture of more than a megabyte, or of another kind, is not taken', async () => {
  const open = openStandIn()

  expect(await upload(open, Buffer.concat([png, Buffer.alloc(1024 * 1024)]))).toMatchObject({ error: -210 })
  expect(await upload(open, Buffer.from('GIF89a'))).toMatchObject({ error: -201 })
})

test.each<[string, object]>([
  ['no text', {}],
  ['a text too long', { text: 'x'.repeat(2001) }],
  ['an attachment of an unknown kind', { attachment: { type: 'template', payload: { template_type: 'magic' } } }],
  ['a picture without an address', media({})],
  ['text beside an attachment of an unknown kind', { text: 'Chào', attachment: { type: 'file' } }],
])('%s is refused as invalid', async (_, message) => {
  const open = openStandIn()
  open.standIn.write('lan', 'Chào')

  expect(await say(open, message)).toMatchObject({ error: -201 })
})

test('a button that asks is heard as a text of whoever pressed it', async () => {
  const open = openStandIn()
  open.standIn.write('lan', 'Chào')
  const { data } = await say(open, {
    attachment: {
      type: 'template',
      payload: {
        template_type: 'list',
        elements: [{ title: 'Ưu đãi' }],
        buttons: [{ title: 'Còn chỗ?', type: 'oa.query.show', payload: 'Còn chỗ không?' }],
      },
    },
  })
  await open.standIn.settled()
  open.posts.length = 0

  expect(open.standIn.press(data.message_id, 0)).toBe(true)
  expect(open.standIn.press(data.message_id, 1)).toBe(false)
  await open.standIn.settled()

  expect(open.posts.map(({ json }) => json)).toMatchObject([
    { event_name: 'user_send_text', message: { text: 'Còn chỗ không?' } },
  ])
})

test('a template goes to a user id, and arrives as an ordinary message of the account', async () => {
  const open = openStandIn()
  const byId = (changes: object = {}) => {
    const { template_id, template_data } = confirmation()
    const body = { user_id: userIdOf(open, 'lan'), template_id, template_data, ...changes }
    return open.ask('POST', '/openapi/v3.0/oa/message/template', body)
  }
  const { data } = await byId()
  await open.standIn.settled()
  open.standIn.see('lan')
  open.standIn.see('lan')
  await open.standIn.settled()

  expect(data).toMatchObject({ message_id: open.standIn.inboxOf('lan')[0]!.id, sent_time: expect.any(String) })
  expect(open.posts.map(({ json }) => json)).toMatchObject([
    { event_name: 'user_received_message', message: { msg_id: data.message_id } },
    { event_name: 'user_seen_message', message: { msg_ids: [data.message_id] } },
  ])
  expect(open.posts.map(({ headers }) => headers.get('x-zevent-server'))).toEqual(['OA OpenAPI', 'OA OpenAPI'])

  const old = { customer_name: 'Lan', service: 'Cắt tóc', shop: 'Mây' }
  expect(await byId({ template_id: '300014', template_data: old })).toMatchObject({ error: -249 })
  expect(await byId({ user_id: '1' })).toMatchObject({ error: -201 })
  expect(await byId({ user_id: userIdOf(open, 'minh') })).toMatchObject({ error: -213 })
  expect(await byId({ user_id: undefined, recipient: { user_id: userIdOf(open, 'lan') } })).toMatchObject({
    error: -201,
  })
  open.standIn.templates[0]!.kind = 'otp'
  expect(await byId()).toMatchObject({ error: -249 })
})

test('a transaction may go to a user id at night, a promotion not', async () => {
  const open = openStandIn({ start: '2026-01-05T23:00:00+07:00' })
  const byId = (template_id: string, template_data: object) =>
    open.ask('POST', '/openapi/v3.0/oa/message/template', {
      user_id: userIdOf(open, 'lan'),
      template_id,
      template_data,
    })

  expect(await byId('300001', confirmation().template_data)).toMatchObject({ error: 0 })
  expect(await byId('300009', { customer_name: 'Lan', shop: 'Mây', days: '90', link: '/' })).toMatchObject({
    error: -234,
  })
})

test('followers and people who wrote are listed by pages, and what may still be sent to one is told', async () => {
  const open = openStandIn()
  open.standIn.write('minh', 'Chào')
  const list = (data: object) =>
    open.ask('GET', `/openapi/v3.0/oa/user/getlist?${new URLSearchParams({ data: JSON.stringify(data) })}`)

  expect((await list({ offset: 0, count: 50 })).data.total).toBe(3)
  expect((await list({ offset: 0, count: 50, is_follower: true })).data.total).toBe(2)
  expect((await list({ offset: 2, count: 1 })).data.users).toEqual([{ user_id: userIdOf(open, 'yen') }])
  expect(await list({ offset: 0, count: 51 })).toMatchObject({ error: -210 })
  expect(await open.ask('POST', '/openapi/v3.0/oa/quota/message', { user_id: userIdOf(open, 'minh') })).toMatchObject({
    data: { last_interaction: '1767574800000', cs_reply: { remain: 8 } },
  })
  const detail = new URLSearchParams({ data: JSON.stringify({ user_id: userIdOf(open, 'minh') }) })
  expect(await open.ask('GET', `/openapi/v3.0/oa/user/detail?${detail}`)).toMatchObject({
    data: { display_name: 'Trần Văn Minh', user_last_interaction_date: '05/01/2026', user_is_follower: false },
  })
})

import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { openMessages } from './support/messages.ts'

const png = [0x89, 0x50, 0x4e, 0x47]

/** Lan has written to the Official Account, which knows her as the customer she is. */
async function openChat() {
  const shop = await openMessages()
  const lan = await shop.customer('lan')
  await shop.zalo.write('lan', 'Còn chỗ không ạ?')
  await shop.settled()
  const answer = (more: object) =>
    shop.owner('POST', '/oa-messages/reply', { id: newId(), customerId: lan.id, ...more })
  return { ...shop, lan, answer }
}

async function upload({ app, staff }: Awaited<ReturnType<typeof openChat>>, bytes: number, start = png) {
  const picture = new Uint8Array(bytes)
  picture.set(start)
  const body = new FormData()
  body.set('file', new File([picture], 'anh.png'))
  const { headers } = await staff()
  const answer = await app.request('/admin/api/oa-images', { method: 'POST', headers, body })
  return { status: answer.status, body: await answer.json() }
}

test('what staff answer reaches the customer, lines and picture too, free within 48 hours', async () => {
  const shop = await openChat()
  const { status, body } = await upload(shop, 200_000)
  expect([status, body.attachmentId]).toEqual([200, expect.stringMatching(/./)])
  expect((await shop.answer({ text: 'Dạ còn ạ.\nMời chị.', imageId: body.attachmentId })).status).toBe(204)
  await shop.rounds()
  const [message] = shop.zalo.inboxOf('lan')
  expect(message).toMatchObject({ text: 'Dạ còn ạ.\nMời chị.', attachment: { imageUrl: expect.any(String) } })
  expect(await shop.message('reply')).toMatchObject({ state: 'delivered', route: 'oa', costVnd: 0 })
})

test('an answer sent twice is one answer', async () => {
  const shop = await openChat()
  const id = newId()
  for (let i = 0; i < 2; i++) await shop.answer({ id, text: 'Dạ còn ạ' })
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toHaveLength(1)
})

test('seven days after the last word the window is closed, and says so', async () => {
  const shop = await openChat()
  shop.wait(7 * 24 * 60 + 1)
  const { status, body } = await shop.answer({ text: 'Chào chị' })
  expect([status, body.code]).toEqual([409, 'window_closed'])
})

test.each([
  ['more than Zalo takes', 1_100_000, png, 409, 'zalo_refused'],
  ['no picture', 1000, [0x25, 0x50, 0x44, 0x46], 409, 'zalo_refused'],
  ['more than anybody should send', 3_000_000, png, 413, 'too_large'],
])('a picture that is %s is refused in words', async (_, bytes, start, status, code) => {
  const shop = await openChat()
  const refused = await upload(shop, bytes, start)
  expect([refused.status, refused.body.code]).toEqual([status, code])
  expect(refused.body.detail.length).toBeGreaterThan(10)
})

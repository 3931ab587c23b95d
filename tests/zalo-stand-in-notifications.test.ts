import { expect, test } from 'vitest'
import { openStandIn } from './support/stand-in.ts'

type Open = ReturnType<typeof openStandIn>
const words = {
  title: 'Lịch hẹn ngày mai',
  contentTitle: 'Cắt tóc 10:30',
  contentDescription: 'Tiệm tóc Mây chờ quý khách.',
  buttonText: 'Xem lịch hẹn',
  buttonUrl: 'https://zalo.me/s/3333333333333333333/bookings',
}

const notify = ({ ask, standIn }: Open, headers: object = {}, data: object = words, key = 'lan') =>
  ask(
    'POST',
    '/mini-app/notification/template',
    { templateId: '00126fd75392bacce383', templateData: data },
    {
      'x-api-key': 'Bearer the-open-api-key',
      'x-user-id': standIn.world.personBy('key', key)!.appUserId,
      'x-miniapp-id': '3333333333333333333',
      ...headers,
    },
  )

async function openApp({ ask }: Open, key = 'lan') {
  await ask('POST', `/host/${key}/login`)
  await ask('POST', `/host/${key}/notifications`)
}

test('a notification reaches who opened the Mini App within a week and agreed, once a day', async () => {
  const open = openStandIn()
  expect(await notify(open)).toMatchObject({ error: -111 })
  await open.ask('POST', '/host/lan/login')
  expect(await notify(open)).toMatchObject({ error: -111 })
  await openApp(open)

  expect(await notify(open)).toMatchObject({ error: 0 })
  expect(open.standIn.inboxOf('lan')).toMatchObject([
    { kind: 'notification', template: { title: 'Cắt tóc 10:30', buttons: [{ title: 'Xem lịch hẹn' }] } },
  ])
  expect(await notify(open)).toMatchObject({ error: -109 })
  await open.pass(86_400)
  expect(await notify(open)).toMatchObject({ error: 0 })
  await open.pass(7 * 86_400)
  expect(await notify(open)).toMatchObject({ error: -111 })
})

test('who took permission back is not notified', async () => {
  const open = openStandIn()
  await openApp(open)
  open.standIn.revokeConsent('lan')

  expect(await notify(open)).toMatchObject({ error: -111 })
})

test('a thousand notifications are all for one day', async () => {
  const open = openStandIn()
  await openApp(open)
  open.standIn.world.notified = { day: '2026-01-05', userIds: Array.from({ length: 1000 }, (_, i) => String(i)) }

  expect(await notify(open)).toMatchObject({ error: -109 })
})

test.each<[string, (open: Open) => Promise<unknown>, number]>([
  ['a wrong key', (open) => notify(open, { 'x-api-key': 'the-open-api-key' }), -102],
  ['another Mini App', (open) => notify(open, { 'x-miniapp-id': '1' }), -114],
  ['an unknown user', (open) => notify(open, { 'x-user-id': '1' }), -110],
  ['a title of more than 32 characters', (open) => notify(open, {}, { ...words, title: 'x'.repeat(33) }), -101],
  ['a missing word', (open) => notify(open, {}, { ...words, buttonUrl: undefined }), -101],
])('%s is refused with its number', async (_, attempt, error) => {
  const open = openStandIn()
  await openApp(open)

  expect(await attempt(open)).toMatchObject({ error, err: error })
})

test('a server whose address is not on the list is refused, and nobody is woken at night', async () => {
  const open = openStandIn()
  await openApp(open)
  open.standIn.switches.knowsServerIp = false
  expect(await notify(open)).toMatchObject({ error: -113 })

  open.standIn.switches.knowsServerIp = true
  await open.pass(15 * 3600)
  expect(await notify(open)).toMatchObject({ error: -111 })
})

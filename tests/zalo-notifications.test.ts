import { expect, test } from 'vitest'
import { zaloSettings } from './support/zalo.ts'
import { zaloThatAnswers } from './support/zalo-host.ts'

const notification = {
  appUserId: '3509876543210987651',
  title: 'Đến hẹn rồi',
  contentTitle: 'Tiệm tóc Mây',
  contentDescription: 'Hẹn gặp bạn lúc 10:30',
  buttonText: 'Xem lịch',
  buttonUrl: 'https://zalo.me/s/3333333333333333333/',
}

test('a notification of the Mini App goes out under its key, for the person of the app', async () => {
  const { zalo, asked, question } = zaloThatAnswers(() => ({ err: 0, msg: 'Success' }))

  await zalo.notifyMiniApp({ ...notification, title: 'Đến hẹn rồi'.normalize('NFD') })

  expect(question()).toBe('POST /mini-app/notification/template')
  expect(Object.fromEntries(asked[0]!.headers)).toMatchObject({
    'x-api-key': 'Bearer the-open-api-key',
    'x-user-id': '3509876543210987651',
    'x-miniapp-id': zaloSettings.miniAppId,
  })
  const { appUserId: _, ...templateData } = notification
  expect(await asked[0]!.json()).toEqual({ templateId: '00126fd75392bacce383', templateData })
})

test.each([
  [{ error: 0 }, 'sent'],
  [{ err: -111, msg: 'no' }, 'recipient'],
  [{ error: -109 }, 'quota'],
  [{ err: 0, error: -102 }, 'configuration'],
  [{ err: -9999 }, 'retryable'],
  [{ msg: 'Success' }, 'unknown'],
])('the answer %j to a notification means: %s', async (answer, outcome) => {
  const { zalo } = zaloThatAnswers(() => answer)
  const kind = zalo.notifyMiniApp(notification).then(
    () => 'sent',
    (fault) => fault.kind,
  )

  expect(await kind).toBe(outcome)
})

test('a notification without a key, or with too long a title, is not sent', async () => {
  const keyless = zaloThatAnswers(() => ({ err: 0 }), { apiKey: '' })
  const { zalo, asked } = zaloThatAnswers(() => ({ err: 0 }))

  await expect(keyless.zalo.notifyMiniApp(notification)).rejects.toMatchObject({ kind: 'configuration' })
  const long = { ...notification, title: 'ẵ'.repeat(33) }
  await expect(zalo.notifyMiniApp(long)).rejects.toMatchObject({ kind: 'permanent' })
  expect([...keyless.asked, ...asked]).toEqual([])
})

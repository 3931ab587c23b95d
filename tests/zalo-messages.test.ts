import { expect, test } from 'vitest'
import { ZaloFault } from '../server/zalo/errors.ts'
import { bookingMade, openZalo } from './support/zalo.ts'

const [lan, bao, hoa] = ['84912345678', '84938444555', '84977888999']

test('a template message arrives filled in, and its receipt comes back with our own id', async () => {
  const { zalo, standIn, events } = openZalo()

  const sent = await zalo.sendTemplate(bookingMade(lan))
  await standIn.settled()

  const [message] = standIn.inboxOf('lan')
  expect(message!.template).toMatchObject({
    paragraph: 'Chào Nguyễn Thị Lan, Tiệm tóc Mây đã giữ chỗ cho quý khách.',
    rows: expect.arrayContaining([{ label: 'Thời gian', value: '10:30 06/01/2026' }]),
  })
  expect(sent).toMatchObject({ msgId: message!.id, quota: { daily: 500, remaining: 499 } })
  expect(events).toMatchObject([
    {
      kind: 'template_received',
      event: { recipient: { id: lan }, message: { msg_id: sent.msgId, tracking_id: 'A1B2C3-made' } },
    },
  ])
  expect(await zalo.messageStatus(sent.msgId)).toMatchObject({ state: 'delivered', deliveredAt: sent.sentAt })
  expect(await zalo.messageStatus('nothing')).toMatchObject({ state: 'not_found' })
})

test.each([
  ['a number that is no mobile number', bookingMade('0912345678'), 'recipient', -108],
  ['a number without Zalo', bookingMade(hoa), 'recipient', -118],
  ['an unknown template', { ...bookingMade(lan), templateId: '999999' }, 'permanent', -109],
  ['a parameter left empty', bookingMade(lan, { staff: '' }), 'permanent', -1122],
  ['a name over 30 characters', bookingMade(lan, { customer_name: 'Lan'.repeat(11) }), 'permanent', -1121],
  ['a time of another form', bookingMade(lan, { time: '2026-01-06 10:30' }), 'permanent', -1124],
  ['a trial to someone who is no administrator', { ...bookingMade(lan), mode: 'development' }, 'permanent', -127],
] as const)('%s is refused for good', async (_, message, kind, code) => {
  const { zalo, standIn } = openZalo()

  await expect(zalo.sendTemplate(message)).rejects.toMatchObject({ kind, code })
  expect(standIn.messages).toEqual([])
})

test('a trial to an administrator costs no quota', async () => {
  const { zalo, standIn } = openZalo()

  const sent = await zalo.sendTemplate({ ...bookingMade(bao), mode: 'development' })

  expect(sent.quota).toMatchObject({ remaining: 500 })
  expect(standIn.inboxOf('bao')).toHaveLength(1)
})

test('a name that is typed decomposed is sent composed, and so keeps within its limit', async () => {
  const { zalo, standIn } = openZalo()
  const name = 'Nguyễn Thị Mộng Tuyền Ngọc Quế'

  await zalo.sendTemplate(bookingMade(lan, { customer_name: name.normalize('NFD') }))

  expect(standIn.inboxOf('lan')[0]!.template!.paragraph).toContain(name.normalize('NFC'))
})

test.each([
  ['22:00', '2026-01-05T22:00:00+07:00', 'night'],
  ['05:59', '2026-01-06T05:59:00+07:00', 'night'],
  ['06:00', '2026-01-06T06:00:00+07:00', 'sent'],
])('at %s a template message waits for the morning or goes out', async (_, now, outcome) => {
  const { zalo } = openZalo({ now })

  const result = await zalo.sendTemplate(bookingMade(lan)).then(
    () => 'sent',
    (fault: ZaloFault) => fault.kind,
  )

  expect(result).toBe(outcome)
})

test('the quota of a day ends with the day', async () => {
  const { zalo, standIn, pass } = openZalo()
  standIn.quota.daily = 1
  await zalo.sendTemplate(bookingMade(lan))

  await expect(zalo.sendTemplate(bookingMade(bao))).rejects.toMatchObject({ kind: 'quota', code: -144 })
  pass(24)
  expect(await zalo.sendTemplate(bookingMade(bao))).toMatchObject({ quota: { remaining: 0 } })
})

test.each([
  ['500', 'retryable'],
  ['html', 'unknown'],
  ['empty', 'unknown'],
  [-100, 'retryable'],
  [-99999, 'retryable'],
  [-114, 'recipient'],
  [-136, 'configuration'],
  [-147, 'quota'],
] as const)('the answer %s is understood as %s, in words for the owner', async (ailment, kind) => {
  const { zalo, standIn } = openZalo()
  standIn.trouble.next('business', ailment)

  const fault = await zalo.sendTemplate(bookingMade(lan)).catch((fault) => fault)

  expect(fault).toBeInstanceOf(ZaloFault)
  expect(fault).toMatchObject({ kind, meaning: expect.stringMatching(/\p{L}.*\.$/u) })
})

test('a message whose answer was lost is of unknown outcome, because it may have arrived', async () => {
  const { zalo, standIn } = openZalo({ settings: { timeoutMs: 20 } })
  standIn.trouble.next('business', 'timeout')

  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toMatchObject({ kind: 'unknown' })
  expect(standIn.inboxOf('lan')).toHaveLength(1)
})

test('trouble with one number leaves the others alone', async () => {
  const { zalo, standIn } = openZalo()
  standIn.trouble.forPhone(lan, -141)

  await expect(zalo.sendTemplate(bookingMade(lan))).rejects.toMatchObject({ kind: 'recipient', code: -141 })
  await zalo.sendTemplate(bookingMade(bao))
  expect(standIn.inboxOf('bao')).toHaveLength(1)
})

test('every template of the shop is within the rules that Zalo reviews by', async () => {
  const { zalo, standIn } = openZalo()

  for (const template of standIn.templates) {
    expect(template.title.length).toBeGreaterThanOrEqual(9)
    expect(template.title.length).toBeLessThanOrEqual(65)
    expect(template.rows.length).toBeGreaterThanOrEqual(2)
    expect(template.rows.length).toBeLessThanOrEqual(8)
    for (const { title } of template.buttons) expect(title).toMatch(/^.{5,30}$/)
    expect(JSON.stringify(template)).not.toMatch(/anh\/chị/i)
    expect(await zalo.templateInfo(template.id)).toMatchObject({
      name: template.name,
      status: template.status,
      priceVnd: expect.any(Number),
    })
  }
})

test('the shop may write freely for seven days after someone wrote, by night too', async () => {
  const { zalo, standIn, events, pass } = openZalo({ now: '2026-01-05T23:00:00+07:00' })
  const { oaUserId } = standIn.people[0]!
  await expect(zalo.sendOaMessage(oaUserId, { text: 'Chào bạn' })).rejects.toMatchObject({
    kind: 'recipient',
    code: -230,
  })

  standIn.write('lan', 'Tiệm còn mở không ạ?')
  const { messageId } = await zalo.sendOaMessage(oaUserId, { text: 'Dạ còn ạ' })
  pass(7 * 24)
  await zalo.sendOaMessage(oaUserId, { text: 'Hẹn gặp lại' })
  pass(1)

  await expect(zalo.sendOaMessage(oaUserId, { text: 'Chào bạn' })).rejects.toMatchObject({ code: -230 })
  await standIn.settled()
  expect(events.map((event) => event?.kind)).toEqual(['text_sent', 'chat_received', 'chat_received'])
  expect(standIn.inboxOf('lan').map(({ id, text }) => [id === messageId, text])).toEqual([
    [true, 'Dạ còn ạ'],
    [false, 'Hẹn gặp lại'],
  ])
})

test('a follower is known by both ids, which are different strings', async () => {
  const { zalo, standIn } = openZalo()
  const { oaUserId, appUserId } = standIn.people[1]!
  standIn.follow('minh')

  expect(await zalo.oaUserDetail(oaUserId)).toMatchObject({ oaUserId, appUserId, name: 'Trần Văn Minh', follows: true })
  expect(Number(oaUserId)).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
  expect(oaUserId).not.toBe(appUserId)
})

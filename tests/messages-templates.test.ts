import { describe, expect, test } from 'vitest'
import { type LayoutRule, layoutRules } from '../shared/layout-lint.ts'
import type { Layout } from '../shared/message-templates.ts'
import { intents } from '../shared/notifications.ts'
import { suggestedLayouts } from '../shared/suggested-layouts.ts'
import { openMessages } from './support/messages.ts'
import { wish } from './support/shop.ts'

const sendings = '/business/message/template'
const good = suggestedLayouts.booking_made
const params = {
  ...{ customer_name: '<customer_name>', booking_code: '<booking_code>', service: '<service>' },
  ...{ staff: '<staff>', time: '<time>', shop: '<shop>' },
}
const values = {
  ...{ customer_name: 'Nguyễn Thị Lan', booking_code: 'A1B2C3', service: 'Cắt tóc' },
  ...{ staff: 'Thảo', time: '10:30 28/11/2026', shop: 'Tiệm thử' },
}
const { time: _, ...withoutTime } = params
const row = { label: 'Dịch vụ', value: '<service>' }
const button = { title: 'Xem lịch hẹn', content: '/bookings' }
const rating = { question: 'Quý khách hài lòng không?', choices: ['Có'], thanks: 'Cảm ơn quý khách.' }
const long = (length: number) => 'ạ'.repeat(length)

describe('parameters', () => {
  test.each([
    ['a missing one', withoutTime, 'time', 'Mẫu tin cần thông tin này.'],
    ['one the template does not know', { ...params, gift: 'Quà' }, 'gift', 'Mẫu tin không có thông tin này.'],
    ['fixed text that is too long', { ...params, staff: long(31) }, 'staff', 'Dài hơn mức mẫu tin cho phép.'],
    ['a time that is none', { ...params, time: '<service>' }, 'time', 'Sai định dạng mẫu tin yêu cầu.'],
    ['a field the message does not have', { ...params, staff: '<reward>' }, 'staff', 'Tin này không có thông tin đó.'],
  ])('%s is refused before anything is sent, and named', async (_, wrong, name, detail) => {
    const shop = await openMessages()
    const refused = await shop.owner('PUT', '/intents/booking_made', {
      templateId: '300001',
      params: wrong,
      layout: good,
    })
    expect([refused.status, refused.body.field, refused.body.detail]).toEqual([400, `params.${name}`, detail])
  })

  test('a name of 40 letters is cut to fit', async () => {
    const shop = await openMessages()
    const lan = await shop.withPhone('lan')
    await lan('PATCH', '/me', { name: 'Nguyễn Thị Lan Anh Tôn Nữ Hoàng Công Chúa' })
    await lan('POST', '/bookings', wish('15:00'))
    await shop.rounds()
    const [told] = shop.zalo.inboxOf('lan')
    expect(told!.template!.paragraph).toContain('Chào Nguyễn Thị Lan Anh Tôn Nữ Hoà…, Tiệm thử')
  })

  test('a code is never cut: the message is dead, with the name of the parameter', async () => {
    const shop = await openMessages()
    const lan = await shop.withPhone('lan')
    shop.zalo.templates
      .find(({ id }) => id === '300001')!
      .params.find(({ name }) => name === 'booking_code')!.maxLength = 6
    await shop.choose('booking_made', '300001')
    await lan('POST', '/bookings', wish('15:00'))
    await shop.rounds()
    expect(await shop.message('booking_made')).toMatchObject({
      ...{ state: 'dead', problem: 'Thông tin “booking_code” của mẫu tin bị thiếu hoặc không vừa.' },
    })
    expect(shop.asked(sendings)).toBe(0)
  })
})

describe('layouts', () => {
  const wrong: [LayoutRule, string, Partial<Layout>][] = [
    ['title_length', 'title', { title: 'Quá ngắn' }],
    ['title_params', 'title', { title: 'Chào <customer_name><service><staff><time><shop>' }],
    ['paragraph_count', 'paragraphs', { paragraphs: [] }],
    ['paragraph_length', 'paragraphs.0', { paragraphs: [long(401)] }],
    ['paragraph_params', 'paragraphs', { paragraphs: [`Chào quý khách${'<shop>'.repeat(11)}`] }],
    ['row_count', 'rows', { rows: [row] }],
    ['row_label', 'rows.1.label', { rows: [row, { label: 'Mã <booking_code>', value: '<booking_code>' }] }],
    ['row_value', 'rows.0.value', { rows: [{ label: 'Thời gian', value: '<time><staff>' }, row] }],
    ['button_count', 'buttons', { buttons: [button, button, button] }],
    ['button_title', 'buttons.0.title', { buttons: [{ ...button, title: 'Xem' }] }],
    ['no_link', 'paragraphs.0', { paragraphs: ['Gọi cho tiệm qua số 0905 123 456.'] }],
    ['no_link', 'paragraphs.0', { paragraphs: ['Mời quý khách xem tiemtocmay.vn nhé.'] }],
    ['no_slash_address', 'paragraphs.0', { paragraphs: ['Chào anh/chị <customer_name>.'] }],
    ['no_icons', 'title', { title: 'Đặt lịch thành công 🎉' }],
    ['no_abbreviations', 'paragraphs.0', { paragraphs: ['Quý khách vui lòng giữ sđt bên mình.'] }],
    ['accents', 'paragraphs.0', { paragraphs: ['Chao quy khach, hen gap lai.'] }],
    ['personal_field', 'paragraphs', { paragraphs: ['Chào quý khách của tiệm.'], rows: [] }],
    ['unknown_field', 'paragraphs.0', { paragraphs: ['Chào <customer_name>, quà là <reward>.'] }],
    ['rating_question', 'rating.question', { rating: { ...rating, question: long(101) } }],
    ['rating_choices', 'rating.choices', { rating: { ...rating, choices: Array(6).fill('Tốt') } }],
    ['rating_thanks', 'rating.thanks', { rating: { ...rating, thanks: '' } }],
  ]

  test.each(wrong)('the rule %s is kept, and %s named', async (rule, where, change) => {
    const shop = await openMessages()
    const layout = { ...good, ...change }
    const refused = await shop.owner('PUT', '/intents/booking_made', { templateId: '300001', params, layout })
    const said = [refused.status, refused.body.field, refused.body.detail]
    expect(said).toEqual([400, `layout.${where}`, layoutRules[rule][0]])
  })

  test('there is a case for each rule', () => {
    expect(new Set(wrong.map(([rule]) => rule))).toEqual(new Set(Object.keys(layoutRules)))
  })

  test('the words that the house suggests keep every rule', async () => {
    const shop = await openMessages()
    const chosen = (await shop.owner('GET', '/intents')).body
    for (const intent of intents) {
      const { templateId, params: sources } = chosen.find((each: { intent: string }) => each.intent === intent)
      const wanted = { templateId, params: sources, layout: suggestedLayouts[intent] }
      expect([intent, (await shop.owner('PUT', `/intents/${intent}`, wanted)).status]).toEqual([intent, 204])
    }
  })
})

test.each(['300015', '300016', '300017'])(
  'template %s, which Zalo does not let be sent, cannot be chosen',
  async (id) => {
    const shop = await openMessages()
    const refused = await shop.choose('booking_made', id)
    expect([refused.status, refused.body.code]).toEqual([409, 'template_off'])
  },
)

test('a template that Zalo switches off is not sent from then on; the message waits and says so', async () => {
  const shop = await openMessages()
  const lan = await shop.withPhone('lan')
  shop.wait(1)
  shop.zalo.setTemplateStatus('300001', 'DISABLE', 'Chất lượng thấp')
  await shop.settled()
  await lan('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  const problem = 'Chưa chọn mẫu tin Zalo đã duyệt cho loại tin này.'
  expect(await shop.message('booking_made')).toMatchObject({ state: 'waiting', problem })
  expect(shop.asked(sendings)).toBe(0)
  shop.wait(11)
  shop.zalo.setTemplateStatus('300001', 'ENABLE')
  await shop.settled()
  await shop.rounds()
  expect(await shop.message('booking_made')).toMatchObject({ state: 'delivered' })
})

describe('a trial', () => {
  const trial = { templateId: '300001', phone: '0912 345 678', params: values, development: false }

  test.each([
    ['a missing value', { params: { ...values, staff: '' } }, 'params.staff'],
    ['a value that is too long', { params: { ...values, staff: long(31) } }, 'params.staff'],
    ['a value the template does not know', { params: { ...values, gift: 'Quà' } }, 'params.gift'],
    ['a phone that is none', { phone: '123' }, 'phone'],
  ])('with %s is refused before Zalo is asked to send', async (_, change, field) => {
    const shop = await openMessages()
    const refused = await shop.owner('POST', '/templates/trial', { ...trial, ...change })
    expect([refused.status, refused.body.field]).toEqual([400, field])
    expect(shop.asked(sendings)).toBe(0)
  })

  test('that is right arrives', async () => {
    const shop = await openMessages()
    const { status } = await shop.owner('POST', '/templates/trial', trial)
    expect([status, shop.zalo.inboxOf('lan').map(({ text }) => text)]).toEqual([200, ['Đặt lịch thành công']])
  })

  test('in development mode to a customer is refused in the words of Zalo; to an administrator it goes', async () => {
    const shop = await openMessages()
    const refused = await shop.owner('POST', '/templates/trial', { ...trial, development: true })
    expect([refused.status, refused.body.code]).toEqual([409, 'zalo_refused'])
    expect(refused.body.detail).toBe('Tin gửi thử chỉ gửi được cho quản trị viên.')
    await shop.owner('POST', '/templates/trial', { ...trial, phone: '0938444555', development: true })
    expect([shop.zalo.inboxOf('lan').length, shop.zalo.inboxOf('bao').length]).toEqual([0, 1])
  })
})

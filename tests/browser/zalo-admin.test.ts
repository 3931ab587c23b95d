import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { outbox, webhookEvents, zaloTokens } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { openDemoShop } from '../support/browser.ts'

test('the owner maps a template; words that Zalo would refuse are refused in their place; a trial goes out', async () => {
  const { owner, look, standIn, ask, complaints } = await openOwner()
  const chosen = async () => (await ask('GET', '/intents')).find((each: Known) => each.intent === 'booking_made')
  await openTab(owner, 'Mẫu tin')
  await look(owner, 'templates')
  await owner.getByRole('button', { name: 'Xác nhận đặt lịch' }).click()

  const template = owner.getByRole('combobox', { name: 'Mẫu đã duyệt ở Zalo' })
  await template.click()
  const waiting = owner.getByRole('option', { name: /Thay đổi giờ mở cửa.*Zalo đang duyệt/s })
  expect(await waiting.getAttribute('data-combobox-disabled')).toBe('true')
  await owner.getByRole('option', { name: /Cảm ơn quý khách/ }).click()
  await choose(owner, 'shop', 'Lời tự viết')
  await owner.getByText('Mẫu tin cần thông tin này.').waitFor()
  await owner.getByRole('textbox', { name: 'Lời cho shop', exact: true }).fill('Tiệm của <staff>')

  const title = owner.getByRole('textbox', { name: 'Tiêu đề', exact: true })
  await title.fill('Hẹn gặp')
  const refused = owner.waitForResponse((answer) => answer.request().method() === 'PUT')
  await owner.getByRole('button', { name: 'Lưu', exact: true }).click()
  expect((await refused).status()).toBe(400)
  await owner.getByText('Tiêu đề dài từ 9 đến 65 ký tự.', { exact: true }).waitFor()
  expect(await title.getAttribute('aria-invalid')).toBe('true')
  expect((await chosen()).templateId).toBe('300001')
  await look(owner, 'title-refused')

  await title.fill('Hẹn gặp <customer_name> tại tiệm')
  await owner
    .getByRole('region', { name: 'Khách thấy như thế này' })
    .getByText('Hẹn gặp Nguyễn Thị Lan tại tiệm')
    .waitFor()
  await owner.getByRole('button', { name: 'Lưu', exact: true }).click()
  await owner.getByText('Đã lưu mẫu cho tin Xác nhận đặt lịch.').waitFor()
  expect(await chosen()).toMatchObject({
    templateId: '300014',
    params: { customer_name: '<customer_name>', service: '<service>', shop: 'Tiệm của <staff>' },
    layout: { title: 'Hẹn gặp <customer_name> tại tiệm' },
  })

  await owner.getByRole('button', { name: 'Gửi thử' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Gửi thử một tin' })
  await dialog.getByRole('textbox', { name: 'Số điện thoại' }).fill('0938 444 555')
  expect(await dialog.getByRole('textbox', { name: 'shop' }).inputValue()).toBe('Tiệm của Thảo')
  expect(await dialog.getByRole('switch').isChecked()).toBe(true)
  await dialog.getByRole('button', { name: 'Gửi tin thử' }).click()
  await dialog.getByText(/^Zalo đã nhận tin thử/).waitFor()
  await look(owner, 'trial')
  expect(standIn.inboxOf('bao')).toHaveLength(1)
  expect(complaints.filter((line) => !line.includes('status of 400'))).toEqual([])
})

test('the owner says in a sentence when a message goes, and drops one that waits', async () => {
  const { owner, look, shop, ask, wait, complaints } = await openOwner()
  await openTab(owner, 'Khi nào gửi')
  await owner.getByRole('button', { name: 'Sửa: Hỏi góp ý' }).click()
  await owner.getByRole('textbox', { name: 'Chờ sau khi việc xảy ra', exact: true }).fill('2')
  await choose(owner, 'Đơn vị: Chờ sau khi việc xảy ra', 'giờ')
  await look(owner, 'trigger')
  await owner.getByText('2 giờ sau khi xong dịch vụ, hỏi khách thấy thế nào').waitFor()
  const form = owner.locator('form').filter({ hasText: 'Chờ sau khi việc xảy ra' })
  await form.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Đã lưu khi nào gửi.').waitFor()
  const { triggers } = await ask('GET', '/triggers')
  expect(triggers.find((each: Known) => each.intent === 'feedback_ask')).toMatchObject({ waitMinutes: 120 })

  await wait(1)
  const { customers } = await ask('GET', `/customers?q=${encodeURIComponent('Nguyễn Thị Lan')}`)
  const customerId = customers.find((each: { name: string }) => each.name === 'Nguyễn Thị Lan').id
  const haircut = '01900000-0000-7000-8000-000000000002'
  const visit = { id: newId(), parts: [{ serviceId: haircut }], startsAt: '2026-11-25T10:30:00+07:00' }
  await ask('POST', '/bookings', { ...visit, customerId, newCustomer: null })
  await owner.goto(new URL('/admin/messages?state=waiting', owner.url()).href)
  await owner.getByRole('button', { name: 'Bỏ', exact: true }).click()
  await look(owner, 'drop')
  const dialog = owner.getByRole('dialog', { name: 'Bỏ tin này?' })
  await dialog.getByText(/Xác nhận đặt lịch cho Nguyễn Thị Lan/).waitFor()
  await dialog.getByRole('button', { name: 'Bỏ tin' }).click()
  await owner.getByText('Đã bỏ tin.').waitFor()

  await wait(1)
  const states = await shop.read.select({ about: outbox.about, state: outbox.state }).from(outbox)
  expect(states.filter(({ about }) => about === visit.id)).toEqual([{ about: visit.id, state: 'dropped' }])
  expect(complaints).toEqual([])
})

test('the owner sees that Zalo is lost, tries every piece, and connects again on Zalo’s page', async () => {
  const { owner, look, shop, complaints } = await openOwner()
  const [at, lostBecause] = [shop.now(), 'Liên kết đã bị thu hồi.']
  const body = '{"event_name":"user_waved"}'
  await shop.write(async (tx) => {
    await tx.update(zaloTokens).set({ lostBecause, lostAt: at })
    const strange = { key: 'wave', source: 'oa', name: 'user_waved', state: 'strange' } as const
    await tx.insert(webhookEvents).values({ ...strange, body, receivedAt: at })
  })
  await owner.reload()
  await owner.getByText(/^Mất kết nối với Zalo: Liên kết đã bị thu hồi\./).waitFor()
  await owner.getByRole('link', { name: 'Xem kết nối Zalo' }).click()
  await owner.getByText('Kết nối · Đang hỏng').waitFor()
  await owner.getByText('user_waved', { exact: true }).waitFor()
  await look(owner, 'zalo-lost')

  await owner.getByRole('button', { name: 'Nối Official Account' }).click()
  await owner.getByRole('button', { name: 'Từ chối' }).click()
  await owner.getByText(/^Bạn chưa đồng ý trên trang của Zalo/).waitFor()
  await owner.getByRole('link', { name: 'Về trang Zalo' }).click()
  await owner.getByRole('button', { name: 'Nối Official Account' }).click()
  await owner.getByRole('button', { name: 'Đồng ý' }).click()
  await owner.getByText('Đã nối Official Account.', { exact: true }).waitFor()
  await owner.waitForURL('**/admin/zalo')
  await owner
    .getByText(/^Mất kết nối/)
    .first()
    .waitFor({ state: 'detached' })
  for (const piece of ['Kết nối', 'Official Account', 'Mẫu tin', 'Báo tin về', 'Số điện thoại của khách'])
    await owner.getByText(`${piece} · Chạy tốt`, { exact: true }).waitFor()
  await owner.getByText('Thanh toán trong Mini App · Chạy tốt', { exact: true }).waitFor()
  await look(owner, 'zalo')
  expect(complaints).toEqual([])
})

type Known = { intent: string }

async function openOwner() {
  const demo = await openDemoShop()
  const owner = await demo.open('/admin/')
  await owner.getByRole('button', { name: 'Chủ tiệm' }).click()
  await owner.getByRole('button', { name: 'Đăng nhập' }).click()
  await owner.getByRole('link', { name: 'Tin nhắn' }).first().waitFor()
  const headers = { 'X-Requested-With': 'khach-quen' }
  const ask = async (method: 'GET' | 'POST', path: string, data?: object) => {
    const answer = await owner.request.fetch(`${demo.url}/admin/api${path}`, { method, headers, data })
    expect(answer.ok()).toBe(true)
    return answer.json()
  }
  return { ...demo, owner, ask }
}

async function openTab(page: Page, tab: string) {
  await page.getByRole('link', { name: 'Tin nhắn' }).first().click()
  await page.getByRole('tab', { name: tab }).click()
}

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

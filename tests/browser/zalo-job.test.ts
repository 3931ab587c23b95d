import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDemoShop } from '../support/browser.ts'
import { slotsOf } from '../support/test-shop.ts'

type Demo = Awaited<ReturnType<typeof openDemoShop>>

test('the owner connects Zalo, is kept from a bad template, sends a trial, and reads the stars tapped in Zalo', async () => {
  const demo = await openDemoShop({ now: '2026-11-28T09:00:00+07:00', connected: false })
  const { look, wait } = demo
  const phone = await demo.open('/phone')
  const chat = phone.getByRole('region', { name: 'Tiệm tóc Mây' })
  const owner = await signedIn(demo, 'Chủ tiệm')

  // Nothing is connected; consent is given on Zalo's own page.
  await owner.getByRole('link', { name: 'Zalo', exact: true }).first().click()
  await owner.getByText('Cửa hàng chưa nối với Official Account.').first().waitFor()
  await look(owner, 'not-connected')
  await owner.getByRole('button', { name: 'Nối Official Account' }).click()
  await owner.getByRole('button', { name: 'Đồng ý' }).waitFor()
  await look(owner, 'consent')
  await owner.getByRole('button', { name: 'Đồng ý' }).click()
  await owner.getByText('Kết nối còn hiệu lực.').waitFor()
  await look(owner, 'connected')

  // The question how it was: Zalo's rules are said before Zalo is asked.
  await owner.getByRole('link', { name: 'Tin nhắn' }).first().click()
  await owner.getByRole('tab', { name: 'Mẫu tin' }).click()
  await owner.getByRole('button', { name: 'Hỏi góp ý' }).click()
  const title = owner.getByRole('textbox', { name: 'Tiêu đề', exact: true })
  await title.fill('Anh/chị ơi')
  await owner.getByRole('button', { name: 'Lưu', exact: true }).click()
  await owner.getByText(/Không xưng hô kiểu/).waitFor()
  await title.fill('Quý khách thấy dịch vụ thế nào?')
  await owner.getByRole('button', { name: 'Lưu', exact: true }).click()
  await owner.getByText('Đã lưu mẫu cho tin Hỏi góp ý.').waitFor()

  // A trial to an administrator's phone.
  await owner.getByRole('button', { name: 'Gửi thử' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Gửi thử một tin' })
  await dialog.getByRole('textbox', { name: 'Số điện thoại' }).fill('0938 444 555')
  await dialog.getByRole('button', { name: 'Gửi tin thử' }).click()
  await dialog.getByText(/^Zalo đã nhận tin thử/).waitFor()
  await phone.getByRole('button', { name: /Phạm Quốc Bảo/ }).click()
  await chat.getByRole('heading', { name: 'Quý khách thấy dịch vụ thế nào?' }).waitFor()
  await look(phone, 'trial-arrived')

  // Lan is served; the question arrives, and four stars are tapped in the message itself.
  const visit = await book(demo, 'lan', '2026-11-28')
  const headers = { 'X-Requested-With': 'khach-quen' }
  const done = await owner.request.post(`${demo.url}/admin/api/bookings/${visit}/complete`, { headers, data: {} })
  expect(done.ok()).toBe(true)
  await wait(1)
  await phone.getByRole('button', { name: /Nguyễn Thị Lan/ }).click()
  await chat.getByRole('radio', { name: /^4 sao/ }).check({ force: true })
  await chat.getByRole('button', { name: 'Thân thiện' }).click()
  await chat.getByLabel('Ghi chú').fill('Gội rất êm')
  await look(phone, 'stars')
  await chat.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await chat.getByText('Cảm ơn quý khách đã góp ý.').waitFor()
  await wait(0)
  await owner.goto(`${demo.url}/admin/customers`)
  await owner.getByRole('button', { name: 'Nguyễn Thị Lan' }).first().click()
  await owner.getByRole('tab', { name: 'Góp ý' }).click()
  await owner.getByText('Thân thiện, Gội rất êm').waitFor()
  await look(owner, 'stars-read')
  expect(demo.complaints.filter((line) => !line.includes('status of 400'))).toEqual([])
})

test('a Zalo that takes messages and keeps silent gets each of them once', async () => {
  const demo = await openDemoShop({ now: '2026-11-28T09:00:00+07:00', zaloTimeoutMs: 500 })
  const phone = await demo.open('/phone')
  const chat = phone.getByRole('region', { name: 'Tiệm tóc Mây' })
  await phone.getByText('Tâm trạng của Zalo').click()
  for (const host of ['Tin theo mẫu (ZNS)', 'Official Account'])
    await phone.getByRole('combobox', { name: host }).selectOption('Nhận rồi im lặng')
  await demo.look(phone, 'mood')

  await book(demo, 'lan', '2026-12-01')
  await demo.wait(0)
  for (let minutes = 0; minutes < 60; minutes += 20) {
    await phone.getByRole('button', { name: '+1 giờ' }).click()
    await demo.wait(20)
  }

  expect(await chat.getByRole('heading', { name: 'Đặt lịch thành công' }).count()).toBe(1)
  expect(demo.standIn.inboxOf('lan').filter(({ template }) => template?.title === 'Đặt lịch thành công')).toHaveLength(
    1,
  )
  const owner = await signedIn(demo, 'Chủ tiệm')
  await owner.getByRole('link', { name: 'Tin nhắn' }).first().click()
  await owner.getByText('Đã nhận', { exact: true }).first().waitFor()
  await demo.look(owner, 'once')
})

async function signedIn(demo: Demo, role: string): Promise<Page> {
  const page = await demo.open('/admin/')
  await page.getByRole('button', { name: role }).click()
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('link', { name: 'Tin nhắn' }).first().waitFor()
  return page
}

/** Somebody books the first free time of a day; the booking's id. */
async function book({ url, standIn }: Demo, key: string, day: string): Promise<string> {
  const ask = async (path: string, json?: object, token = '') => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const method = json ? 'POST' : 'GET'
    return (await fetch(`${url}/api${path}`, { method, headers, body: json && JSON.stringify(json) })).json()
  }
  const { token } = await ask('/session', { accessToken: standIn.accessTokenOf(key) })
  const { services } = await ask('/shop')
  const [first] = await ask(slotsOf(services[0].id, day), undefined, token)
  const booked = await ask(
    '/bookings',
    { id: newId(), parts: [{ serviceId: services[0].id }], startsAt: first.startsAt },
    token,
  )
  return booked.id
}

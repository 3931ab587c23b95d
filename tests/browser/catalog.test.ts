import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDemoShop } from '../support/browser.ts'

test('a service that was refused opens where it is wrong, keeps what was typed, and is saved once it is right', async () => {
  const { owner, look, ask, complaints } = await openOwner('/services')
  await owner.getByRole('button', { name: 'Cắt tóc nam' }).click()
  const form = owner.getByRole('dialog', { name: 'Cắt tóc nam' })
  await form.getByText('Khoảng giá', { exact: true }).click()
  await form.getByRole('textbox', { name: 'Cao nhất', exact: true }).fill('180000')
  await form.getByRole('button', { name: /^Khoảng chừa và khoảng chờ/ }).click()
  await form.getByRole('button', { name: 'Thêm khoảng chờ' }).click()
  await form.getByRole('textbox', { name: 'Bắt đầu sau', exact: true }).fill('20')
  await form.getByRole('button', { name: /^Khoảng chừa và khoảng chờ/ }).click()
  await form.getByRole('button', { name: 'Thêm khoảng chờ' }).waitFor({ state: 'hidden' })
  await save(form)
  await form.getByText(/^Khoảng chờ phải nằm bên trong/).waitFor()
  await look(owner, 'gap-refused')
  await form.getByRole('textbox', { name: 'Bắt đầu sau', exact: true }).fill('5')
  await form.getByRole('textbox', { name: 'Bắt đầu sau', exact: true }).press('Enter')
  await owner.getByText('Đã lưu Cắt tóc nam.').waitFor()
  const cut = (await ask('/services')).find(({ name }: { name: string }) => name === 'Cắt tóc nam')
  expect(cut).toMatchObject({ priceKind: 'range', priceMaxVnd: 180_000, gaps: [{ fromMinute: 5, minutes: 20 }] })
  expect(cut.addons).toHaveLength(2)
  expect(complaints.filter((line) => !line.includes('status of 400'))).toEqual([])
})

test('the owner is asked about a holiday, decides on it, and is told whom a blocked afternoon hits', async () => {
  const { owner, look, ask, complaints } = await openOwner('/hours')
  await owner.getByText(/^Sắp đến Ngày Văn hoá Việt Nam, Thứ Ba, 24\/11\./).waitFor()
  await owner.getByRole('button', { name: 'Quyết định: Ngày Văn hoá Việt Nam' }).click()
  const holiday = owner.getByRole('dialog', { name: 'Ngày Văn hoá Việt Nam' })
  await holiday.getByRole('textbox', { name: 'Phụ thu ngày lễ' }).fill('15')
  await save(holiday)
  await owner.getByText('Đã lưu cho Ngày Văn hoá Việt Nam.').waitFor()
  await owner.getByText(/^Sắp đến Ngày Văn hoá/).waitFor({ state: 'detached' })

  await owner.getByRole('tab', { name: 'Ngày khác thường' }).click()
  await owner.getByText(/Ngày Văn hoá Việt Nam · phụ thu 15%/).waitFor()
  await look(owner, 'differing-days')
  await owner.getByRole('button', { name: 'Thêm ngày khác thường' }).click()
  const form = owner.getByRole('dialog', { name: 'Thêm ngày khác thường' })
  await form.getByText('Bận vài giờ', { exact: true }).click()
  await form.getByRole('textbox', { name: 'Đến', exact: true }).fill('19h30')
  await save(form)
  await owner.getByText(/^Có \d+ lịch đã đặt rơi ra ngoài giờ làm\./).waitFor()
  await owner.getByText('Hôm nay, 12:00–19:30').or(owner.getByText('Thứ Hai, 23/11, 12:00–19:30')).waitFor()
  const { blockedTimes } = await ask('/hours')
  expect(blockedTimes).toMatchObject([{ staffId: null, startsAt: '2026-11-23T05:00:00.000Z' }])
  expect(complaints).toEqual([])
})

test('the rules of booking and the words about cancelling are kept, each in its own place', async () => {
  const { owner, ask, complaints } = await openOwner('/settings?tab=booking')
  await owner.getByText('Tiệm nhận từng lịch', { exact: true }).click()
  await owner.getByRole('textbox', { name: 'Chờ tiệm nhận nhiều nhất' }).fill('90')
  await owner.getByRole('textbox', { name: /^Số lượt khách đặt mỗi ngày/ }).fill('25')
  await save(owner)
  await owner.getByText('Đã lưu cài đặt.').waitFor()
  expect(await ask('/settings')).toMatchObject({ acceptance: 'manual', acceptMinutes: 90, maxPerDay: 25 })

  await owner.getByRole('tab', { name: 'Chính sách huỷ' }).click()
  await owner.getByRole('textbox', { name: 'Lời về việc huỷ hẹn' }).fill('Bạn báo trước giúp tiệm.')
  await save(owner)
  await owner.getByText('Đã lưu lời mới.').waitFor()
  await owner.getByText(/^Bận việc thì bạn huỷ/).waitFor() // the words before
  expect((await ask('/policies'))[0]).toMatchObject({ words: 'Bạn báo trước giúp tiệm.', cancelHours: 2 })
  expect(complaints).toEqual([])
})

const save = (where: Pick<Page, 'getByRole'>) => where.getByRole('button', { name: 'Lưu', exact: true }).click()

async function openOwner(path: string) {
  const demo = await openDemoShop()
  const owner = await demo.open('/admin/')
  await owner.getByRole('button', { name: 'Chủ tiệm' }).click()
  await owner.getByRole('button', { name: 'Đăng nhập' }).click()
  await owner.getByRole('link', { name: 'Tin nhắn' }).first().waitFor()
  await owner.goto(`${demo.url}/admin${path}`)
  const ask = async (asked: string) => (await owner.request.get(`${demo.url}/admin/api${asked}`)).json()
  return { ...demo, owner, ask }
}

import { expect, test } from 'vitest'
import { recordConsent } from '../../server/customers/consents.ts'
import { miniAppOf } from '../support/browser.ts'
import { openDesk } from '../support/desk.ts'
import { level, tiersOf } from '../support/tiers.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a group is made with and/or, read before it is given an offer, and the message is in the phone of one of them', async () => {
  const desk = await openDesk()
  const { owner, look, url, complaints } = desk
  await desk.lan()
  const [lan] = (await desk.ask('GET', `/customers?q=${encodeURIComponent('Nguyễn Thị Lan')}`)).customers
  await desk.shop.write((tx) => recordConsent(tx, lan.id, 'marketing', true, desk.clock.at))
  await desk.wait(1)
  await owner.goto(`${url}/admin/segments`)
  await owner.getByRole('row', { name: /Khách quen/ }).waitFor()
  await look(owner, 'segments')
  await owner.getByRole('button', { name: 'Tạo nhóm' }).click()
  const form = owner.getByRole('dialog', { name: 'Tạo nhóm' })
  await form.getByRole('textbox', { name: 'Tên nhóm' }).fill('Khách đã ghé')
  await form.getByText(/khách lúc này$/).waitFor()
  await form.getByRole('textbox', { name: 'Giá trị' }).fill('1')
  await form.getByRole('button', { name: 'Thêm nhóm điều kiện' }).click()
  const within = form.getByRole('group', { name: 'Khách cần đúng' }).nth(1)
  await within.getByRole('combobox', { name: 'Điều kiện' }).click()
  await owner.getByRole('option', { name: 'Dùng Mini App' }).click()
  await within.getByRole('button', { name: 'Thêm điều kiện' }).click()
  await within.getByRole('combobox', { name: 'Điều kiện' }).nth(1).click()
  await owner.getByRole('option', { name: 'Bỏ hẹn trong năm qua' }).click()
  await expect.poll(async () => plain(await form.innerText())).toMatch(/\d+ khách lúc này/)
  await look(owner, 'segment-form')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Đã lưu nhóm Khách đã ghé.').waitFor()

  const group = owner.getByRole('dialog', { name: 'Khách đã ghé' })
  await group.getByText('Nguyễn Thị Lan').waitFor()
  await look(owner, 'segment')
  await desk
    .ask('POST', '/offers', { id: crypto.randomUUID(), ...present })
    .then(({ id }) => desk.ask('POST', `/offers/${id}/state`, { state: 'live' }))
  await owner.reload()
  await group.getByRole('button', { name: 'Tặng ưu đãi' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Tặng ưu đãi' })
  await dialog.getByRole('combobox', { name: 'Ưu đãi nào' }).click()
  await owner.getByRole('option', { name: 'Quà cuối năm' }).click()
  await dialog.getByText('Tiền tin').waitFor()
  await look(owner, 'campaign-preview')
  const read = plain(await dialog.innerText())
  expect(read).toMatch(/Ưu đãi, dự kiến\s+[\d.]+ đ\s+nhiều nhất [\d.]+ đ/)
  await dialog.getByRole('button', { name: /^Tặng \d+ khách$/ }).click()
  await owner.getByText(/^Đang gửi cho \d+ khách\.$/).waitFor()
  await desk.shop.rest()
  await desk.wait(1)

  await owner.goto(`${url}/admin/campaigns`)
  await owner.getByText('Khách đã ghé').waitFor()
  await look(owner, 'campaigns')
  const phone = await desk.open('/phone')
  await phone.getByRole('button', { name: /Nguyễn Thị Lan/ }).click()
  await miniAppOf(phone, 'Nguyễn Thị Lan')
  await phone.getByText('Ưu đãi dành cho quý khách').first().waitFor()
  await look(phone, 'segment-phone')
  expect(complaints).toEqual([])
})

test('what follows entering a group is read, switched on, and comes to the phone of who enters', async () => {
  const desk = await openDesk()
  const { owner, look, url, complaints } = desk
  await desk.lan()
  const [lan] = (await desk.ask('GET', `/customers?q=${encodeURIComponent('Nguyễn Thị Lan')}`)).customers
  await desk.shop.write((tx) => recordConsent(tx, lan.id, 'marketing', true, desk.clock.at))
  const { id: offerId } = await desk.ask('POST', '/offers', { id: crypto.randomUUID(), ...present })
  await desk.ask('POST', `/offers/${offerId}/state`, { state: 'live' })
  const born = async ({ id, name, phone }: typeof lan) => {
    await desk.ask('PUT', `/customers/${id}`, { name, phone, note: '', birthday: { day: '11-02', year: null } })
    await desk.wait(1)
  }
  await desk.wait(1)
  const [other] = (await desk.ask('GET', '/slipping')).people
  await born(other)
  await owner.goto(`${url}/admin/segments`)
  await owner.getByRole('button', { name: /^Sinh nhật tháng này/ }).click()
  const group = owner.getByRole('dialog', { name: 'Sinh nhật tháng này' })
  await group.getByRole('group', { name: 'Khi khách vào nhóm' }).getByRole('button', { name: 'Đặt việc' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Khi khách vào nhóm' })
  await dialog.getByRole('combobox', { name: 'Thì' }).click()
  await owner.getByRole('option', { name: 'tặng một ưu đãi' }).click()
  await dialog.getByRole('combobox', { name: 'Ưu đãi nào' }).click()
  await owner.getByRole('option', { name: 'Quà cuối năm' }).click()
  await dialog.getByRole('textbox', { name: 'Nhiều nhất mỗi tháng' }).fill('20')
  await expect.poll(async () => plain(await dialog.innerText())).toMatch(/Đủ 20 khách thì một tháng khoảng [\d.]+ đ/)
  await dialog.getByText('30 ngày qua có 1 khách vào nhóm. Nếu đã bật:').waitFor()
  await look(owner, 'follow-dialog')
  await dialog.getByRole('button', { name: 'Bật', exact: true }).click()
  await owner.getByText('Đã bật việc tự động.').waitFor()
  await group.getByText(/tháng này 0 trong 20 khách/).waitFor()
  await look(owner, 'follow')

  await born(lan)
  const phoneOfLan = await desk.open('/phone')
  await phoneOfLan.getByRole('button', { name: /Nguyễn Thị Lan/ }).click()
  await miniAppOf(phoneOfLan, 'Nguyễn Thị Lan')
  await phoneOfLan.getByText('Ưu đãi dành cho quý khách').first().waitFor()
  await look(phoneOfLan, 'follow-phone')

  await owner.goto(`${url}/admin/campaigns`)
  await owner.getByText('Tự động khi vào nhóm Sinh nhật tháng này').waitFor()
  await owner.getByText('1 trong 1 được nhận').waitFor()
  await look(owner, 'follow-campaign')
  expect(complaints).toEqual([])
})

test('a group of the shop is switched off and on again, and why somebody was left out is told', async () => {
  const desk = await openDesk()
  const { owner, look, url, complaints } = desk
  const { rules } = await desk.ask('GET', '/programme')
  const vip = level('Hạng Vàng', 3)
  await desk.ask('PUT', '/programme', { ...rules, tiers: tiersOf({ levels: [vip] }) })
  const rule = { all: [{ field: 'tier', is: 'of', ids: [crypto.randomUUID()] }] }
  const id = crypto.randomUUID()
  await desk.ask('POST', '/segments', { id, name: 'Theo hạng', rule, active: true })
  await owner.goto(`${url}/admin/segments?segment=${id}`)
  const group = owner.getByRole('dialog', { name: 'Theo hạng' })
  await group.getByRole('button', { name: 'Sửa nhóm' }).click()
  await group.getByText('hạng đã bỏ').waitFor()
  await group.getByRole('combobox', { name: 'Những hạng nào' }).press('ArrowDown')
  await owner.getByRole('option', { name: vip.name }).click()
  await look(owner, 'segment-levels')
  await owner.keyboard.press('Escape')
  await group.getByRole('button', { name: 'Lưu' }).click()
  await group.getByRole('button', { name: 'Tắt nhóm' }).click()
  const sure = owner.getByRole('dialog', { name: 'Tắt nhóm Theo hạng?' })
  await sure.getByRole('button', { name: 'Tắt nhóm' }).click()
  await group.getByText(/^Nhóm này đang tắt/).waitFor()
  await look(owner, 'segment-off')
  await owner.goto(`${url}/admin/segments`)
  await owner.getByRole('heading', { name: 'Đang tắt' }).waitFor()
  await look(owner, 'segments-off')
  await owner.getByRole('button', { name: /^Theo hạng/ }).click()
  await group.getByRole('button', { name: 'Bật nhóm' }).click()
  await owner.getByText('Đã bật nhóm Theo hạng.').waitFor()

  const { segments } = await desk.ask('GET', '/segments')
  const { id: segmentId } = segments.find(({ key }: { key: string }) => key === 'regular')
  const wish = { kind: 'message', segmentId, customerIds: [], offerId: null }
  await desk.ask('POST', '/campaigns', { id: crypto.randomUUID(), ...wish })
  await desk.shop.rest()
  await owner.goto(`${url}/admin/campaigns`)
  await owner.getByRole('button', { name: /không nhận$/ }).click()
  await owner.getByRole('dialog').getByText('chưa đồng ý nhận tin ưu đãi').waitFor()
  await look(owner, 'left-out')
  expect(complaints).toEqual([])
})

test('who is slipping away is asked back with one touch, several at once after the cost was read', async () => {
  const desk = await openDesk()
  const { owner, look, url, complaints } = desk
  await owner.goto(`${url}/admin/slipping`)
  await owner.getByRole('row').nth(1).waitFor()
  await look(owner, 'slipping')
  const invited = owner.getByRole('button', { name: 'Mời quay lại', disabled: false })
  const rows = owner.getByRole('row').filter({ has: invited })
  const nameAt = async (n: number) =>
    (await rows.nth(n).getByRole('checkbox').getAttribute('aria-label'))!.slice('Chọn '.length)
  const [name, next] = [await nameAt(0), await nameAt(1)]
  await invited.first().click()
  await owner.getByText(`Đã xếp lời mời cho ${name}.`).waitFor()
  // Whether the message still waits or has left already: nobody is asked twice.
  await owner.getByRole('row', { name }).getByRole('button', { name: 'Mời quay lại', disabled: true }).waitFor()
  await owner.getByRole('checkbox', { name: `Chọn ${next}` }).check()
  await owner.getByRole('button', { name: 'Mời 1 khách đã chọn' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Mời quay lại' })
  await dialog.getByText('Tiền tin').waitFor()
  await look(owner, 'slipping-many')
  await dialog.getByRole('button', { name: 'Gửi 1 tin' }).click()
  await owner.getByText('Đang gửi cho 1 khách.').waitFor()
  expect(complaints).toEqual([])
})

const present = {
  ...{ name: 'Quà cuối năm', words: '', kind: 'amount', amountVnd: 30_000, percent: null, mostVnd: null },
  ...{ serviceId: null, costVnd: 0, pointsCost: 0, stock: null, perPerson: 1, budgetVnd: 3_000_000, fromDay: null },
  ...{ toDay: null, weekdays: [], audience: { kind: 'everybody' }, validDays: 30, startsAfterDays: 0, alone: true },
}

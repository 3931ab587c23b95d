import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { columnOf, hold, openCalendar, pixelsOf } from '../support/calendar-page.ts'
import { openDesk } from '../support/desk.ts'

/** A Saturday on which nobody has booked yet. */
const day = '2026-12-12'
const at = (clock: string) => new Date(`${day}T${clock}:00+07:00`).toISOString()

test('a visit is dragged onto a taken time and goes back; to a free one it stays, and may be taken back', async () => {
  const { owner, look, book, ask, complaints } = await openDesk()
  const visit = visitOf(ask)
  const lan = await book(day, '09:00', 'Thảo', 'Nguyễn Thị Lan')
  await book(day, '10:00', 'Thảo', 'Trần Văn Minh')
  await book(day, '10:30', 'Quân', 'Phạm Thu Hà')
  await openCalendar(owner, day)

  const block = owner.locator('.ec-event', { hasText: 'Nguyễn Thị Lan' })
  await hold(owner, block, { minutes: 65 })
  const preview = owner.locator('.ec-preview')
  expect(await preview.getAttribute('class')).toContain('conflict')
  expect(await preview.innerText()).toMatch(/Trùng lịch của Trần Văn Minh, 10:00–10:30/)
  await look(owner, 'calendar-conflict')
  await owner.mouse.up()
  await owner.getByText('Lịch vẫn ở chỗ cũ. Trùng lịch của Trần Văn Minh, 10:00–10:30.').waitFor()
  await owner.getByRole('button', { name: /^09:00 Nguyễn Thị Lan/ }).waitFor()
  expect(await visit(lan)).toMatchObject({ startsAt: at('09:00'), version: 1 })

  await hold(owner, block, { minutes: 30, to: 'Quân' })
  expect(await preview.getAttribute('class')).not.toContain('conflict')
  await owner.mouse.up()
  await owner.getByText(/^Đã đổi lịch của Nguyễn Thị Lan sang 09:30, Thứ Bảy, 12\/12\. Khách sẽ nhận tin\.$/).waitFor()
  expect(await visit(lan)).toMatchObject({ startsAt: at('09:30'), staffName: 'Quân' })
  await look(owner, 'calendar-moved')
  await owner.getByRole('button', { name: 'Hoàn tác' }).click()
  await owner.getByText('Đã trả lịch của Nguyễn Thị Lan về chỗ cũ.').waitFor()
  expect(await visit(lan)).toMatchObject({ startsAt: at('09:00'), staffName: 'Thảo' })
  expect(complaints).toEqual([])
})

test('a visit is stretched at its end, and one laid outside the hours asks for a reason first', async () => {
  const { owner, look, book, ask, complaints } = await openDesk()
  const visit = visitOf(ask)
  const lan = await book(day, '09:00', 'Thảo', 'Nguyễn Thị Lan')
  await openCalendar(owner, day)
  const block = owner.locator('.ec-event', { hasText: 'Nguyễn Thị Lan' })

  const box = (await block.boundingBox())!
  await owner.mouse.move(box.x + 40, box.y + box.height - 3)
  await owner.mouse.down()
  await owner.mouse.move(box.x + 40, box.y + box.height - 3 + pixelsOf(15), { steps: 6 })
  await owner.mouse.up()
  await owner.getByText(/^Đã đổi lịch của Nguyễn Thị Lan/).waitFor()
  expect(await visit(lan)).toMatchObject({ startsAt: at('09:00'), endsAt: at('09:45') })

  await hold(owner, block, { minutes: 165 })
  await owner.mouse.up()
  const dialog = owner.getByRole('dialog', { name: 'Vẫn xếp vào giờ này?' })
  await dialog.getByText('Ngoài giờ làm của Thảo').waitFor()
  await look(owner, 'calendar-reason')
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Khách quen, chỉ rảnh giờ này')
  await dialog.getByRole('button', { name: 'Vẫn xếp' }).click()
  await owner.getByText(/^Đã đổi lịch của Nguyễn Thị Lan sang 11:45/).waitFor()
  expect(await visit(lan)).toMatchObject({ startsAt: at('11:45'), overrideReason: 'Khách quen, chỉ rảnh giờ này' })
  expect(complaints).toEqual([])
})

test('dragging is never the only way: the card moves a visit by its fields and says at once whether it fits', async () => {
  const { owner, look, book, ask } = await openDesk(390)
  const visit = visitOf(ask)
  const lan = await book(day, '09:00', 'Thảo', 'Nguyễn Thị Lan')
  await book(day, '10:00', 'Thảo', 'Trần Văn Minh')
  await openCalendar(owner, day)
  await look(owner, 'calendar-day')
  const block = owner.getByRole('button', { name: /^09:00 Nguyễn Thị Lan/ })
  await block.focus()
  await owner.keyboard.press('Enter')
  await owner.getByRole('button', { name: 'Đổi giờ' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Đổi giờ' })
  await dialog.getByRole('textbox', { name: 'Giờ bắt đầu' }).fill('10:15')
  await dialog.getByRole('alert').waitFor()
  await look(owner, 'move-refused')
  await dialog.getByRole('textbox', { name: 'Giờ bắt đầu' }).fill('11:00')
  await dialog.getByText('Giờ này được.').waitFor()
  await dialog.getByRole('button', { name: /^Đổi sang 11:00/ }).click()
  await owner.getByText(/^Đã đổi lịch của Nguyễn Thị Lan sang 11:00/).waitFor()
  expect(await visit(lan)).toMatchObject({ startsAt: at('11:00') })
})

test('a free time touched becomes a visit of two services; repeated, the one that cannot be is listed before', async () => {
  const { owner, look, book, ask, complaints } = await openDesk()
  await book('2026-12-19', '09:00', 'Thảo', 'Trần Văn Minh')
  await ask('POST', '/customers', { id: newId(), name: 'Nguyễn Thị Lan Anh' })
  await openCalendar(owner, day)
  const column = await columnOf(owner, 'Thảo')
  await owner.mouse.click(column.x + 60, column.top + pixelsOf(60) + 4)
  const form = owner.getByRole('dialog', { name: 'Đặt lịch' })
  await choose(owner, 'Dịch vụ', 'Cắt tóc nam')
  expect(await form.getByRole('radio', { name: 'Thảo' }).isChecked()).toBe(true)
  expect(await form.getByRole('textbox', { name: 'Giờ bắt đầu' }).inputValue()).toBe('09:00')
  await form.getByRole('button', { name: 'Thêm dịch vụ' }).click()
  await owner.getByRole('combobox', { name: 'Dịch vụ' }).nth(1).click()
  await owner.getByRole('option', { name: 'Gội đầu thư giãn', exact: true }).click()
  await form.getByRole('textbox', { name: 'Khách', exact: true }).fill('nguyen thi lan anh')
  await owner
    .getByRole('option', { name: /Nguyễn Thị Lan Anh/ })
    .first()
    .click()
  await look(owner, 'booking-form')
  await form.getByRole('switch', { name: 'Lặp lại' }).check()
  await form.getByRole('textbox', { name: 'Mỗi mấy tuần' }).fill('1')
  await form.getByRole('textbox', { name: 'Mấy lần' }).fill('3')
  const preview = form.getByRole('group', { name: 'Các lần sẽ đặt' })
  const taken = preview.getByRole('checkbox', { name: 'Thứ Bảy, 19/12, 09:00' })
  await taken.waitFor()
  expect(await taken.isDisabled()).toBe(true)
  await look(owner, 'booking-series')
  await form.getByRole('button', { name: 'Đặt 2 lần' }).click()
  await owner.getByText('Đã đặt 2 lần.').waitFor()

  const { visits } = await ask('GET', `/calendar?from=${day}&days=1`)
  expect(visits).toMatchObject([
    { customer: { name: 'Nguyễn Thị Lan Anh' }, startsAt: at('09:00'), parts: [{ staffName: 'Thảo' }, {}] },
  ])
  expect(visits[0].seriesId).toBeTruthy()
  await look(owner, 'calendar-two-services')

  await owner.getByText('Tuần', { exact: true }).click()
  await owner.getByRole('columnheader', { name: 'Chủ Nhật, 13/12' }).waitFor()
  const sunday = await columnOf(owner, 'Chủ Nhật, 13/12')
  await owner.mouse.click(sunday.x + 60, sunday.top + pixelsOf(60) + 4)
  await form.getByRole('button', { name: 'Đặt 09:00, Chủ Nhật, 13/12' }).waitFor()
  expect(complaints).toEqual([])
})

test('of a series that is dragged or cancelled the desk says what is meant: one, those after it, or all', async () => {
  const { owner, look, ask, idOf, complaints } = await openDesk()
  const customerId = newId()
  await ask('POST', '/customers', { id: customerId, name: 'Nguyễn Thị Lan Anh' })
  const parts = [{ serviceId: await idOf('/services', 'Cắt tóc nam'), staffId: await idOf('/staff-members', 'Thảo') }]
  await ask('POST', '/series', { id: newId(), startsAt: at('09:00'), everyWeeks: 1, times: 3, parts, customerId })
  const starts = async () => {
    const days = ['2026-12-12', '2026-12-19', '2026-12-26']
    const answers = await Promise.all(days.map((each) => ask('GET', `/calendar?from=${each}&days=1`)))
    return answers.map(({ visits: [visit] }) => `${visit.status} ${visit.startsAt.slice(11, 16)}`)
  }
  await openCalendar(owner, '2026-12-19')
  const block = owner.locator('.ec-event', { hasText: 'Nguyễn Thị Lan Anh' })

  await hold(owner, block, { minutes: 30 })
  await owner.mouse.up()
  const moving = owner.getByRole('dialog', { name: 'Đổi giờ' })
  await moving.getByRole('button', { name: 'Quay lại' }).click()
  await owner.locator('.mantine-Modal-overlay').waitFor({ state: 'detached' })
  await owner.getByRole('button', { name: /^09:00 Nguyễn Thị Lan Anh/ }).waitFor()
  await hold(owner, block, { minutes: 30 })
  await owner.mouse.up()
  await moving.getByRole('radio', { name: 'Lượt này và các lượt sau' }).check()
  await look(owner, 'series-scope')
  await moving.getByRole('button', { name: 'Đổi giờ' }).click()
  await owner.getByText(/^Đã đổi lịch của Nguyễn Thị Lan Anh sang 09:30/).waitFor()
  expect(await starts()).toEqual(['booked 02:00', 'booked 02:30', 'booked 02:30'])

  await owner.getByRole('button', { name: /^09:30 Nguyễn Thị Lan Anh/ }).click()
  await owner.getByRole('button', { name: 'Huỷ' }).click()
  const cancelling = owner.getByRole('dialog', { name: 'Huỷ lịch hẹn này?' })
  await cancelling.getByRole('radio', { name: 'Tất cả lượt sắp tới của chuỗi' }).check()
  await cancelling.getByRole('button', { name: 'Huỷ' }).click()
  await owner.getByText('Đã huỷ lịch của Nguyễn Thị Lan Anh.').waitFor()
  expect(await starts()).toEqual(['cancelled 02:00', 'cancelled 02:30', 'cancelled 02:30'])
  expect(complaints).toEqual([])
})

const visitOf = (ask: Awaited<ReturnType<typeof openDesk>>['ask']) => async (id: string) => {
  const { visits } = await ask('GET', `/calendar?from=${day}&days=1`)
  return visits.find((each: { id: string }) => each.id === id)
}

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('combobox', { name: label, exact: true }).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

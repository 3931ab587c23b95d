import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDesk } from '../support/desk.ts'

test('somebody walks in: one touch and it begins; when nobody is free they join the queue and hear when', async () => {
  const { owner, look, ask, complaints } = await openDesk()
  await owner.goto(new URL('/admin/', owner.url()).href)
  const walkIn = owner.getByRole('button', { name: 'Khách vào ngay' })
  for (let taken = 0; taken < 6; taken++) {
    await walkIn.click()
    const dialog = owner.getByRole('dialog', { name: 'Khách vào làm gì?' })
    const answered = owner.waitForResponse((answer) => answer.url().endsWith('/bookings'))
    await dialog.getByRole('button', { name: /^Cắt tóc nam/ }).click()
    if ((await answered).status() !== 201) break
    await dialog.waitFor({ state: 'hidden' })
  }
  const dialog = owner.getByRole('dialog')
  await dialog.getByText('Mọi người đang bận. Xếp khách vào hàng chờ?').waitFor()
  await look(owner, 'all-busy')
  await dialog.getByRole('textbox', { name: 'Tên để gọi' }).fill('Cô Hoa')
  await dialog.getByRole('button', { name: 'Xếp hàng' }).click()
  const queue = owner.getByRole('region', { name: 'Đang chờ' })
  await queue.getByText(/^khoảng \d+ phút, lúc \d\d:\d\d$/).waitFor()
  await look(owner, 'today-queue')
  await queue.getByRole('button', { name: 'Khách về' }).click()
  await queue.getByText('Không ai đang chờ.').waitFor()
  expect(await ask('GET', '/queue')).toEqual([])
  expect(complaints.filter((line) => !line.includes('status of 409'))).toEqual([])
})

test('a request says how long is left to answer it; accepted it is a visit, and what the shop notes stays with it', async () => {
  const { owner, look, ask, lan, idOf, complaints } = await openDesk()
  const { zone: _, doorEpoch: __, ...settings } = await ask('GET', '/settings')
  await ask('PUT', '/settings', { ...settings, acceptance: 'manual', acceptMinutes: 120 })
  const inMiniApp = await lan()
  const request = async (service: string, startsAt: string) =>
    inMiniApp('/bookings', { id: newId(), startsAt, parts: [{ serviceId: await idOf('/services', service) }] })
  expect(await request('Cắt tóc nam', '2026-11-23T17:00:00+07:00')).toMatchObject({ status: 'requested' })
  await request('Gội đầu thư giãn', '2026-11-24T10:00:00+07:00')
  await owner.goto(new URL('/admin/', owner.url()).href)

  const requests = owner.getByRole('region', { name: 'Chờ nhận lịch' })
  await requests.getByText('còn 2 giờ để trả lời').first().waitFor()
  await look(owner, 'today-requests')
  await requests.getByRole('button', { name: 'Thêm ghi chú của tiệm' }).first().click()
  await requests.getByRole('textbox', { name: 'Ghi chú của tiệm' }).fill('Da đầu nhạy cảm')
  await requests.getByRole('button', { name: 'Lưu' }).click()
  await owner.getByText('Đã lưu ghi chú.').waitFor()
  await requests.getByRole('button', { name: 'Nhận lịch' }).first().click()
  await owner.getByText(/^Đã nhận lịch của .*Khách sẽ nhận tin\.$/).waitFor()
  await expect.poll(() => requests.getByRole('button', { name: 'Từ chối' }).count()).toBe(1)
  await requests.getByRole('button', { name: 'Từ chối' }).click()
  const dialog = owner.getByRole('dialog', { name: 'Từ chối lịch này?' })
  await dialog.getByRole('button', { name: 'Từ chối' }).click()
  await requests.waitFor({ state: 'detached' })

  const { visits } = await ask('GET', '/calendar?from=2026-11-23&days=2')
  const mine = visits.filter(
    (each: { privateNote: string; status: string }) => each.privateNote || each.status === 'declined',
  )
  expect(mine).toMatchObject([{ status: 'booked', privateNote: 'Da đầu nhạy cảm' }, { status: 'declined' }])
  await owner.goto(new URL('/admin/calendar/print', owner.url()).href)
  await owner.getByRole('cell', { name: 'Da đầu nhạy cảm' }).waitFor()
  await look(owner, 'print')
  expect(complaints).toEqual([])
})

test('the shop sees who waits for a time, and takes off the list who does not any more', async () => {
  const { owner, look, ask, lan, idOf, complaints } = await openDesk()
  const inMiniApp = await lan()
  const parts = [{ serviceId: await idOf('/services', 'Cắt tóc nữ') }]
  await inMiniApp('/waitlist', { id: newId(), day: '2026-11-28', fromMinute: 960, toMinute: 1080, parts })
  await owner.goto(new URL('/admin/waitlist', owner.url()).href)
  await owner.getByText('Thứ Bảy, 28/11, bắt đầu 16:00–18:00').waitFor()
  await owner.getByText('Đang chờ', { exact: true }).waitFor()
  await look(owner, 'waitlist')
  await owner.getByRole('button', { name: 'Bỏ khỏi danh sách' }).click()
  await owner.getByText(/^Chưa ai chờ chỗ trống\./).waitFor()
  expect((await ask('GET', '/waitlist')).entries).toEqual([])
  expect(complaints).toEqual([])
})

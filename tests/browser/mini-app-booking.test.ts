import { expect, test } from 'vitest'
import { shop } from '../../drizzle/schema/index.ts'
import { openDemoShop } from '../support/browser.ts'
import { boss, customer, minhsPhone } from '../support/demo-people.ts'

const monday = '2026-11-23T09:00:00+07:00'

test('three services with two people are booked in one visit, and moved to another day', async () => {
  const demo = await openDemoShop({ now: monday })
  const { app, phone } = await minhsPhone(demo)
  const minh = await customer(demo, 'minh')

  await app.getByRole('link', { name: /Cắt tóc nữ/ }).click()
  await app.getByText('Tóc dài').click()
  await app.getByText('Gội trước khi cắt').click()
  await app.getByText('Thảo', { exact: true }).click()
  await app.getByRole('status').filter({ hasText: '75 phút' }).filter({ hasText: '220.000' }).waitFor()
  await demo.look(phone, 'one-service')
  await app.getByRole('link', { name: 'Thêm dịch vụ' }).click()
  await demo.look(phone, 'add-service')
  await app.getByRole('link', { name: /Tỉa mái/ }).click()
  await app.getByRole('link', { name: 'Thêm dịch vụ' }).click()
  await app.getByRole('link', { name: /Gội đầu thư giãn/ }).click()
  await app.getByRole('button', { name: /Gội đầu thư giãn.*đổi/ }).click()
  await app.getByRole('dialog').getByText('Hương', { exact: true }).click()
  await demo.look(phone, 'part-sheet')
  await app.getByRole('button', { name: 'Xong' }).click()
  await app.getByRole('status').filter({ hasText: '3 dịch vụ · 120 phút' }).waitFor()
  await app.getByRole('button', { name: /^Ngày mai/ }).click()
  const time = app.getByRole('button', { name: '13:30', exact: true })
  await time.waitFor()
  await demo.look(phone, 'three-services')
  await time.click()

  await app.getByText('Giữ chỗ cho bạn đến 09:05').waitFor()
  await demo.look(phone, 'confirm')
  await app.getByRole('button', { name: 'Đặt 13:30, Ngày mai' }).click()
  await app.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  await demo.look(phone, 'done')
  const [booked] = await minh('GET', '/bookings')
  expect(booked.parts.map(({ staffName }: { staffName: string }) => staffName)).toEqual([
    'Thảo',
    expect.any(String),
    'Hương',
  ])
  expect(booked).toMatchObject({ status: 'booked', startsAt: '2026-11-24T06:30:00.000Z', priceVnd: 330_000 })

  await app.getByRole('link', { name: 'Xem lịch hẹn của tôi' }).click()
  await demo.look(phone, 'bookings')
  await app.getByRole('link', { name: /13:30, Ngày mai/ }).click()
  await app.getByRole('button', { name: 'Thêm vào lịch điện thoại' }).waitFor()
  await demo.look(phone, 'booking')
  await app.getByRole('link', { name: 'Đổi giờ' }).click()
  await app.getByRole('button', { name: /^Thứ Năm 26\/11/ }).click()
  const other = app.getByRole('button', { name: /^\d\d:\d\d$/ }).first()
  const clock = await other.textContent()
  await demo.look(phone, 'move')
  await other.click()
  await demo.look(phone, 'move-sheet')
  await app.getByRole('button', { name: `Đổi sang ${clock}, Thứ Năm` }).click()
  await app.getByText(`${clock}, Thứ Năm, 26/11`, { exact: true }).waitFor()
  const [moved] = await minh('GET', '/bookings')
  expect(moved).toMatchObject({ id: booked.id, moves: 1 })
  expect(new Date(moved.startsAt)).toEqual(new Date(`2026-11-26T${clock}:00+07:00`))
  expect(demo.complaints).toEqual([])
})

test('while somebody confirms, nobody else gets the time; whoever leaves gives it back', async () => {
  const demo = await openDemoShop({ now: monday })
  const { app } = await minhsPhone(demo)
  const lan = await customer(demo, 'lan')
  const startsAt = '2026-11-26T10:00:00+07:00'

  await app.getByRole('link', { name: /Cắt tóc nam/ }).click()
  await app.getByText('Quân', { exact: true }).click()
  await app.getByRole('button', { name: /^Thứ Năm 26\/11/ }).click()
  await app.getByRole('button', { name: '10:00', exact: true }).click()
  await app.getByText('Giữ chỗ cho bạn đến 09:05').waitFor()
  expect(await lan.book('Cắt tóc nam', 'Quân', startsAt)).toMatchObject({ code: 'slot_taken' })
  await app.getByRole('button', { name: 'Quay lại' }).click()
  await app.getByRole('button', { name: '10:00', exact: true }).waitFor()
  // It is given back behind the screen.
  const booked = async () => (await lan.book('Cắt tóc nam', 'Quân', startsAt)).status
  await expect.poll(booked).toBe('booked')
})

test('a time that is no longer kept is said to be so, and can be kept again', async () => {
  const demo = await openDemoShop({ now: monday })
  const { app, phone } = await minhsPhone(demo)
  await app.getByRole('link', { name: /Cắt tóc nam/ }).click()
  await app.getByRole('button', { name: /^Ngày mai/ }).click()
  await app.getByRole('button', { name: '14:00', exact: true }).click()
  await app.getByText('Giữ chỗ cho bạn đến 09:05').waitFor()
  await demo.wait(6)
  await app.getByText('Đã hết thời gian giữ chỗ.').waitFor()
  await demo.look(phone, 'hold-over')
  await app.getByRole('button', { name: 'Giữ lại giờ này' }).click()
  await app.getByText('Giữ chỗ cho bạn đến 09:11').waitFor()
  await app.getByRole('button', { name: /^Đặt / }).click()
  await app.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
})

test('the code at the door says that somebody is here; without a booking they wait in the queue', async () => {
  const demo = await openDemoShop({ now: monday })
  const [minh, owner] = [await customer(demo, 'minh'), await boss(demo)]
  await minh.book('Cắt tóc nam', 'Quân', '2026-11-23T10:00:00+07:00')
  await demo.wait(50)
  const { url } = await (await owner.get('/door-code')).json()
  const door = `${demo.miniAppUrl}/check-in?${new URL(url).searchParams}&phone=grant&person=`
  const hers = await demo.open(`${door}minh`, 390)
  await hers.getByText('mời bạn ngồi').waitFor()
  expect(await minh('GET', '/bookings')).toMatchObject([{ status: 'arrived' }])
  await demo.look(hers, 'checked-in')

  const his = await demo.open(`${door}yen`, 390)
  await his.getByText('Bạn chưa có lịch hẹn vào lúc này.').waitFor()
  await his.getByText('Tỉa mái').click()
  await his.getByLabel('Tiệm gọi bạn bằng tên nào?').fill('Yến')
  await demo.look(his, 'join-queue')
  await his.getByRole('button', { name: 'Vào hàng chờ' }).click()
  await his.getByText('Bạn đang trong hàng chờ').waitFor()
  await demo.look(his, 'queue-place')
  expect(await (await owner.get('/queue')).json()).toMatchObject([{ name: 'Yến', serviceName: 'Tỉa mái' }])
  expect(demo.complaints.filter((line) => !line.includes('status of 409'))).toEqual([])
})

test('a series lists what cannot be and books the rest', async () => {
  const demo = await openDemoShop({ now: monday })
  const [lan, minh] = [await customer(demo, 'lan'), await customer(demo, 'minh')]
  await lan.book('Cắt tóc nam', 'Quân', '2026-12-03T10:00:00+07:00')
  const { app, phone } = await minhsPhone(demo)
  await app.getByRole('link', { name: /Cắt tóc nam/ }).click()
  await app.getByText('Quân', { exact: true }).click()
  await app.getByRole('button', { name: /^Thứ Năm 26\/11/ }).click()
  await app.getByRole('button', { name: '10:00', exact: true }).click()
  await app.getByText('Lặp lại định kỳ').click()
  for (const _ of ['3', '2', '1']) await app.getByRole('button', { name: 'Bớt' }).first().click()
  const taken = app.getByRole('checkbox', { name: /10:00, Thứ Năm, 03\/12 Giờ này vừa có người đặt/ })
  await taken.waitFor()
  expect([await taken.isChecked(), await taken.isDisabled()]).toEqual([false, true])
  await demo.look(phone, 'series')
  await app.getByRole('button', { name: 'Đặt 2 buổi, từ 10:00, Thứ Năm' }).click()
  await app.getByRole('heading', { name: 'Đã đặt các buổi' }).waitFor()
  const starts = (await minh('GET', '/bookings')).map(({ startsAt }: { startsAt: string }) => startsAt.slice(0, 10))
  expect(starts).toEqual(['2026-12-10', '2026-11-26'])
})

test('a wish that the shop must accept waits for its questions, and says until when it is answered', async () => {
  const demo = await openDemoShop({ now: monday })
  const minh = await customer(demo, 'minh')
  await demo.shop.write((tx) => tx.update(shop).set({ acceptance: 'manual', acceptMinutes: 120 }))
  const { app, phone } = await minhsPhone(demo)
  await app.getByRole('link', { name: 'Xem tất cả' }).click()
  await app.getByRole('link', { name: /Nhuộm thời trang/ }).click()
  await app.getByRole('button', { name: /^Ngày mai/ }).click()
  await app.getByRole('button', { name: '13:30', exact: true }).click()
  const ask = app.getByRole('button', { name: 'Gửi yêu cầu 13:30, Ngày mai' })
  await app.getByText('Giữ chỗ cho bạn').waitFor()
  await app.getByText('trả lời chậm nhất 11:00, Hôm nay').waitFor()
  expect(await ask.isDisabled()).toBe(true)
  await app.getByText('Đã tẩy', { exact: true }).click()
  await ask.click()
  await app.getByText('Tiệm trả lời chậm nhất 11:00, Hôm nay.').waitFor()
  await demo.look(phone, 'requested')
  expect(await minh('GET', '/bookings')).toMatchObject([{ status: 'requested' }])
})

test('home books the last visit of several services again in two touches', async () => {
  const demo = await openDemoShop({ now: monday })
  const [minh, owner] = [await customer(demo, 'minh'), await boss(demo)]
  const first = minh.wanting('Cắt tóc nam', 'Quân', '2026-11-23T10:00:00+07:00')
  const also = minh.wanting('Gội đầu thư giãn', 'Hương', '')
  const { id } = await minh('POST', '/bookings', { ...first, parts: [...first.parts, ...also.parts] })
  await demo.wait(150)
  await owner.post(`/bookings/${id}/complete`, {})

  const { app, phone } = await minhsPhone(demo)
  await app.getByText('Cắt tóc nam + Gội đầu thư giãn', { exact: true }).waitFor()
  await demo.look(phone, 'home-again')
  await app.getByRole('link', { name: /^Chọn \d\d:\d\d/ }).click()
  await app.getByRole('button', { name: /^Đặt \d\d:\d\d/ }).click()
  await app.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  const [again] = await minh('GET', '/bookings')
  expect(again.parts.map(({ staffName }: { staffName: string }) => staffName)).toEqual(['Quân', 'Hương'])
})

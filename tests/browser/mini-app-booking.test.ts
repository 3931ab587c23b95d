import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { triggers } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { miniAppOf, openDemoShop } from '../support/browser.ts'

type Demo = Awaited<ReturnType<typeof openDemoShop>>
const monday = '2026-11-23T09:00:00+07:00'

/** Somebody of the stand-in's people, as their phone would ask. */
async function customer({ url, standIn }: Demo, key: string) {
  let token = ''
  const ask = async (method: string, path: string, json?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api${path}`, { method, headers, ...(json && { body: JSON.stringify(json) }) })
    return answer.status === 204 ? undefined : answer.json()
  }
  token = (await ask('POST', '/session', { accessToken: standIn.accessTokenOf(key) })).token
  const { services, staff } = await ask('GET', '/shop')
  const idOf = (list: { id: string; name: string }[], name: string) => list.find((each) => each.name === name)!.id
  const wanting = (name: string, by: string, startsAt: string) => ({
    id: newId(),
    parts: [{ serviceId: idOf(services, name), staffId: idOf(staff, by) }],
    startsAt,
  })
  return Object.assign(ask, {
    sharePhone: () =>
      ask('POST', '/me/phone', { code: standIn.phoneCodeOf(key), accessToken: standIn.accessTokenOf(key) }),
    book: (...visit: Parameters<typeof wanting>) => ask('POST', '/bookings', wanting(...visit)),
  })
}

/** The owner, signed in to the admin page. */
async function boss({ open, url }: Demo) {
  const page = await open('/admin/')
  await page.getByRole('button', { name: 'Chủ tiệm' }).click()
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('link', { name: 'Tin nhắn' }).first().waitFor()
  const headers = { 'x-requested-with': 'khach-quen' }
  return {
    get: (path: string) => page.request.get(`${url}/admin/api${path}`),
    post: (path: string, data: object) => page.request.post(`${url}/admin/api${path}`, { headers, data }),
  }
}

/** Minh's phone, with the shop's Mini App open on it. */
async function minhsPhone(demo: Demo) {
  const phone = await demo.open('/phone')
  await phone.getByRole('button', { name: /Trần Văn Minh/ }).click()
  const app = await miniAppOf(phone, 'Trần Văn Minh')
  await app.getByRole('link', { name: /Cắt tóc nam/ }).waitFor()
  return { phone, app, chat: phone.getByRole('region', { name: 'Tiệm tóc Mây' }) }
}

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
  await app.getByText(`${clock}, Thứ Năm, 26/11`).waitFor()
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
  expect(await lan.book('Cắt tóc nam', 'Quân', startsAt)).toMatchObject({ status: 'booked' })
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

test('who waits for a full time is told when it is freed, and takes it from the message', async () => {
  const demo = await openDemoShop({ now: monday })
  const lan = await customer(demo, 'lan')
  const taken = await lan.book('Cắt tóc nam', 'Quân', '2026-11-26T10:00:00+07:00')
  const { app, phone, chat } = await minhsPhone(demo)

  await app.getByRole('link', { name: /Cắt tóc nam/ }).click()
  await app.getByText('Quân', { exact: true }).click()
  await app.getByRole('button', { name: /^Thứ Năm 26\/11/ }).click()
  await app.getByRole('button', { name: 'Báo tôi khi có chỗ' }).click()
  await app.getByText('Giờ khác').click()
  await app.getByLabel('Từ').fill('10:00')
  await app.getByLabel('Đến').fill('10:00')
  await demo.look(phone, 'wait-sheet')
  await app.getByRole('button', { name: 'Chờ chỗ Thứ Năm, 26/11' }).click()
  await app.getByText('Đã ghi tên chờ').waitFor()
  await app.getByRole('button', { name: 'Chia sẻ số điện thoại' }).click()
  for (const _ of ['the number', 'the name']) await app.getByRole('button', { name: 'Cho phép' }).click()
  await app.getByText('0987 654 321').waitFor()
  await demo.look(phone, 'wait-joined')
  await app.getByRole('link', { name: 'Xem lịch hẹn của tôi' }).click()
  await app.getByText('Đang chờ', { exact: true }).waitFor()
  await demo.look(phone, 'waits')

  await lan('POST', `/bookings/${taken.id}/cancel`, {})
  await demo.wait(1)
  await chat.getByRole('button', { name: 'Nhận giờ này' }).click()
  await app.getByText('Giữ chỗ cho bạn đến 09:16').waitFor()
  await demo.look(phone, 'offer')
  await app.getByRole('button', { name: 'Nhận 10:00, Thứ Năm' }).click()
  await app.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  expect(await (await customer(demo, 'minh'))('GET', '/bookings')).toMatchObject([
    { status: 'booked', startsAt: '2026-11-26T03:00:00.000Z' },
  ])
})

test('a message books the same again in two touches; its link is of no use a second time', async () => {
  const demo = await openDemoShop({ now: monday })
  const minh = await customer(demo, 'minh')
  await minh.sharePhone()
  await minh('PUT', '/me/consents/marketing', { granted: true })
  const { id } = await minh.book('Cắt tóc nam', 'Quân', '2026-11-23T10:00:00+07:00')
  await demo.shop.write((tx) =>
    tx
      .update(triggers)
      .set({ waitMinutes: 24 * 60 })
      .where(eq(triggers.intent, 'rebook_due')),
  )
  await demo.wait(90)
  await (await boss(demo)).post(`/bookings/${id}/complete`, {})
  await demo.wait(26 * 60)

  const { app, phone, chat } = await minhsPhone(demo)
  await chat.getByRole('button', { name: 'Đặt lại như lần trước' }).click()
  const times = app.getByRole('button', { name: /^Đặt \d\d:\d\d/ })
  await times.first().waitFor()
  await demo.look(phone, 'rebook')
  expect(await times.count()).toBe(3)
  await times.first().click()
  await app.getByRole('heading', { name: 'Đã đặt lịch' }).waitFor()
  expect(await minh('GET', '/bookings')).toMatchObject([{ status: 'booked', staffName: 'Quân' }, { id }])

  await chat.getByRole('button', { name: 'Đặt lại như lần trước' }).click()
  await app.getByText('Liên kết này đã dùng hoặc hết hạn.').waitFor()
  await demo.look(phone, 'rebook-spent')
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

  const his = await demo.open(`${door}bao`, 390)
  await his.getByText('Bạn chưa có lịch hẹn vào lúc này.').waitFor()
  await his.getByText('Tỉa mái').click()
  await his.getByLabel('Tiệm gọi bạn bằng tên nào?').fill('Bảo')
  await demo.look(his, 'join-queue')
  await his.getByRole('button', { name: 'Vào hàng chờ' }).click()
  await his.getByText('Bạn đang trong hàng chờ').waitFor()
  await demo.look(his, 'queue-place')
  expect(await (await owner.get('/queue')).json()).toMatchObject([{ name: 'Bảo', serviceName: 'Tỉa mái' }])
  expect(demo.complaints.filter((line) => !line.includes('status of 409'))).toEqual([])
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isNotNull } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { customers } from '../../drizzle/schema/index.ts'
import { codeAt, digitsAt, fromBase64Url, memberKey, stepAt } from '../../shared/member-code.ts'
import { cameraArgs, filmOf, noCameraArgs } from '../support/camera.ts'
import { openDesk } from '../support/desk.ts'

type Desk = Awaited<ReturnType<typeof openDesk>>

/** What Lan's phone shows at an instant. */
async function phoneOf(desk: Desk, at: Date) {
  const lan = await desk.lan()
  const card = await lan('/me/member-code')
  const [key, step] = [await memberKey(fromBase64Url(card.secret)), stepAt(at.getTime())]
  return { code: await codeAt(key, card.ref, step), digits: await digitsAt(key, card, step) }
}

async function openScan(desk: Desk) {
  await desk.owner.goto(new URL('/admin/', desk.owner.url()).href)
  const entry = desk.owner.getByRole('link', { name: 'Quét mã' }) // in the rail, and in the bar of a phone
  await (desk.owner.viewportSize()!.width < 600 ? entry.last() : entry.first()).click()
  await desk.owner.getByRole('heading', { name: 'Quét mã' }).waitFor()
}
const typeIn = (page: Page, text: string) => page.getByRole('textbox', { name: /^Mã khách/ }).fill(text)
const find = (page: Page) => page.getByRole('button', { name: 'Tìm', exact: true }).click()

test('the desk types what the customer reads out, and has them before it with their points', async () => {
  const desk = await openDesk(1280, noCameraArgs)
  const { owner, look, complaints } = desk
  const { digits } = await phoneOf(desk, desk.clock.at)
  await openScan(desk)
  await owner.getByText(/^Không thấy camera ở máy này/).waitFor()
  await typeIn(owner, `${digits.slice(0, 6)} ${digits.slice(6)}`)
  await look(owner, 'scan-typed')
  await find(owner)
  await owner.getByRole('heading', { name: 'Nguyễn Thị Lan' }).waitFor()
  await look(owner, 'scan-found')
  await owner.getByRole('button', { name: 'Xem khách' }).click()
  await owner.getByRole('complementary').getByText('Nguyễn Thị Lan').first().waitFor()
  expect(complaints).toEqual([])
})

test('who is found begins a visit, which is closed and earns on the same page', async () => {
  const desk = await openDesk(390, noCameraArgs)
  const { owner, look, complaints } = desk
  const lan = await desk.lan()
  const { balance } = await lan('/points')
  const { digits } = await phoneOf(desk, desk.clock.at)
  await openScan(desk)
  await typeIn(owner, digits)
  await find(owner)
  await owner.getByRole('button', { name: 'Khách làm ngay' }).click()
  await owner
    .getByRole('dialog')
    .getByRole('button', { name: /^Cắt tóc nam/ })
    .click()
  await owner.getByRole('button', { name: 'Xong', exact: true }).click()
  await look(owner, 'scan-complete')
  await owner.getByRole('button', { name: /^Xong, thu/ }).click()
  await owner.getByText(/^Đã xong, thực thu/).waitFor()
  const after = await lan('/points')
  expect(after.balance).toBeGreaterThan(balance)
  await owner.getByText(`${after.balance} điểm`, { exact: true }).first().waitFor()
  await look(owner, 'scan-earned')
  expect(complaints).toEqual([])
})

test('found, chosen, handed over: three touches, and the code is good for one only', async () => {
  const desk = await openDesk(390, noCameraArgs)
  const { owner, look } = desk
  const lan = await desk.lan()
  const { digits } = await phoneOf(desk, desk.clock.at)
  const { balance, vouchers } = await lan('/points')
  await openScan(desk)
  for (const isFirst of [true, false]) {
    await typeIn(owner, digits)
    await find(owner)
    await owner.getByRole('button', { name: 'Đổi quà, tặng ưu đãi' }).click()
    const choice = owner.getByRole('dialog')
    await choice.getByText('Gội đầu thư giãn miễn phí').waitFor()
    if (isFirst) await look(owner, 'scan-give')
    await choice.getByRole('button', { name: 'Đưa ngay' }).first().click()
    await owner
      .getByText(isFirst ? /^Đã đổi/ : /^Mã này vừa được dùng/)
      .first()
      .waitFor()
  }
  const after = await lan('/points')
  expect([after.balance, after.vouchers.length]).toEqual([balance - 70, vouchers.length + 1])
})

test('a wrong code and one that has run out are told apart, and the next one is taken', async () => {
  const desk = await openDesk(390, noCameraArgs)
  const { owner, look } = desk
  const [old, right] = [
    await phoneOf(desk, new Date(desk.clock.at.getTime() - 120_000)),
    await phoneOf(desk, desk.clock.at),
  ]
  await openScan(desk)
  await typeIn(owner, '100001000000')
  await find(owner)
  await owner.getByText(/^Mã này không phải của khách nào/).waitFor()
  await look(owner, 'scan-wrong')
  await typeIn(owner, old.digits)
  await find(owner)
  await owner.getByText(/^Mã này đã hết hạn/).waitFor()
  await typeIn(owner, right.digits)
  await find(owner)
  await owner.getByRole('heading', { name: 'Nguyễn Thị Lan' }).waitFor()
})

test('the last digits of the phone find a customer who shows no code', async () => {
  const desk = await openDesk(390, noCameraArgs)
  const { owner, look, shop } = desk
  const [whose] = await shop.read.select().from(customers).where(isNotNull(customers.phone)).limit(1)
  const phone = whose!.phone!
  await openScan(desk)
  await typeIn(owner, phone.slice(-6))
  const choose = owner.getByRole('button', { name: `Chọn ${whose!.name}` })
  await choose.waitFor()
  await look(owner, 'scan-by-phone')
  await choose.click()
  await owner.getByText(`Số điện thoại đuôi ${phone.slice(-4)}`).waitFor()
  await owner.getByText('Tìm bằng số điện thoại, khách chưa đưa mã.').waitFor()
})

test('the camera reads the code that is held before it; the code is asked for once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-film-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const film = join(folder, 'code.y4m')
  const desk = await openDesk(390, cameraArgs(film))
  const { owner, look, complaints } = desk
  filmOf('https://example.com', film)
  let scans = 0
  owner.on('request', (request) => request.url().endsWith('/scans') && scans++)
  await openScan(desk)
  await owner.getByText(/^Mã này không phải của khách nào/).waitFor()
  await look(owner, 'scan-camera')
  expect(scans).toBe(1)

  filmOf((await phoneOf(desk, desk.clock.at)).code, film)
  await openScan(desk)
  await owner.getByRole('heading', { name: 'Nguyễn Thị Lan' }).waitFor()
  expect(scans).toBe(2)
  expect(complaints.filter((line) => !line.includes('status of 409'))).toEqual([])
})

test('a camera that may not be used says how it may', async () => {
  const desk = await openDesk(390, ['--use-fake-device-for-media-stream'])
  await openScan(desk)
  await desk.owner.getByText(/^Trang này chưa được dùng camera/).waitFor()
  await desk.look(desk.owner, 'scan-refused')
})

test('pages of the desk may use the camera, and no other page', async () => {
  const { url, owner } = await openDesk()
  const policy = async (path: string) => (await owner.request.get(`${url}${path}`)).headers()['permissions-policy']
  expect([await policy('/admin/scan'), await policy('/admin/')]).toEqual(['camera=(self)', 'camera=(self)'])
  for (const path of ['/', '/phone/', '/api/shop', '/admin/api/door']) expect(await policy(path)).toBe('camera=()')
})

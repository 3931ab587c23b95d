import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { customer } from '../support/demo-people.ts'
import { openDesk } from '../support/desk.ts'

const phoneOf = (person: string, more: Record<string, string> = {}) =>
  new URLSearchParams({ person, phone: 'grant', follow: 'grant', userInfo: 'grant', ...more })

type Desk = Awaited<ReturnType<typeof openDesk>>

/** Somebody is here now and pays for a man's haircut. */
async function served({ ask, idOf }: Desk, customerId: string | null) {
  const id = newId()
  const parts = [{ serviceId: await idOf('/services', 'Cắt tóc nam') }]
  const whose = { customerId, newCustomer: null, overrideReason: 'Khách vào ngay' }
  await ask('POST', '/bookings', { id, parts, startsAt: null, ...whose })
  await ask('POST', `/bookings/${id}/complete`, {})
  return id
}

test('Lan invites, Minh accepts from the link and comes, and both read their points', async () => {
  const desk = await openDesk()
  const { look, complaints } = desk
  const minh = await desk.open(`${desk.miniAppUrl}/?${phoneOf('minh', { invite: 'MAYLAN7' })}`, 390)
  await minh.getByRole('link', { name: /Bạn có một lời mời đang chờ/ }).waitFor()
  await look(minh, 'invited-home')
  await minh.getByRole('link', { name: /Bạn có một lời mời đang chờ/ }).click()
  const code = minh.getByRole('textbox', { name: 'Mã của bạn bè' })
  expect(await code.inputValue()).toBe('MAYLAN7')
  await code.fill('ABCDEFG')
  await minh.getByRole('button', { name: 'Nhận lời mời' }).click()
  await minh.getByText('Mã mời này không đúng. Mời bạn xem lại.').waitFor()
  await look(minh, 'invite-wrong')
  await code.fill('maylan7')
  await minh.getByRole('button', { name: 'Nhận lời mời' }).click()
  await minh.getByText('Bạn đến theo lời mời của Lan.').waitFor()
  await look(minh, 'invite-accepted')

  const { id } = await (await customer(desk, 'minh'))('GET', '/me')
  await served(desk, id)
  const lan = await desk.open(`${desk.miniAppUrl}/invite?${phoneOf('lan')}`, 390)
  await lan.getByText('Chờ 50 điểm').waitFor()
  await lan.getByText(/^Chưa ghé/).waitFor()
  await look(lan, 'invite-friends')
  await desk.wait(7 * 1440)
  await lan.goto(`${desk.miniAppUrl}/invite?${phoneOf('lan')}`)
  await lan.getByText('+50 điểm').waitFor()
  await minh.goto(`${desk.miniAppUrl}/points?${phoneOf('minh')}`)
  await minh.getByRole('link', { name: /Quà vì bạn đến theo lời mời/ }).click()
  await minh.getByRole('heading', { name: 'Quà vì bạn đến theo lời mời' }).waitFor()
  await look(minh, 'friend-entry')
  const expected = /409|401/ // the wrong code; the desk, whose session ends within the week
  expect(complaints.filter((line) => !expected.test(line))).toEqual([])
})

test('points that wait are counted in the menu and on the day, decided with one press, and the customer reads why', async () => {
  const { owner, look, ask, complaints } = await openDesk()
  await owner.getByText('2 khoản điểm đang chờ duyệt').waitFor()
  await look(owner, 'today-held')
  await owner.getByRole('link', { name: 'Xem điểm chờ' }).click()
  await owner.getByText('Cùng máy với người mời').first().waitFor()
  await look(owner, 'held')
  const held = await ask('GET', '/held')
  await owner.getByRole('button', { name: 'Cho dùng' }).first().click()
  await owner.getByText(/dùng được \d+ điểm\.$/).waitFor()
  await owner.getByRole('button', { name: 'Bỏ điểm' }).click()
  await owner.getByText('Không có điểm nào chờ duyệt.').waitFor()
  await look(owner, 'held-none')
  expect(await ask('GET', '/held')).toEqual([])
  const [first, second] = held
  const latest = async (lot: typeof first) => (await ask('GET', `/customers/${lot.customer.id}/points`)).entries[0]
  expect(await latest(first)).toMatchObject({ reason: 'confirmed', points: first.points })
  expect(await latest(second)).toMatchObject({ reason: 'voided', points: -second.points, sum: { held: 'device' } })
  expect(complaints).toEqual([])
})

test('somebody without a name takes the points with the code from the till', async () => {
  const desk = await openDesk()
  const { owner, look, ask, complaints } = desk
  const id = await served(desk, null)
  await owner.reload()
  await owner.getByText('Khách vãng lai').first().click()
  await owner.getByRole('button', { name: 'Mã nhận điểm' }).click()
  await owner.getByRole('img', { name: 'Mã QR để nhận điểm của lượt này' }).waitFor()
  await look(owner, 'claim-code')
  const { url } = await ask('GET', `/bookings/${id}/claim-code`)
  const token = url.split('/claim/')[1]
  const minh = await desk.open(`${desk.miniAppUrl}/claim/${token}?${phoneOf('minh')}`, 390)
  await minh.getByText(/^Bạn được \d+ điểm$/).waitFor()
  await look(minh, 'claimed')
  const yen = await desk.open(`${desk.miniAppUrl}/claim/${token}?${phoneOf('yen')}`, 390)
  await yen.getByRole('heading', { name: 'Mã này đã có người nhận điểm rồi.' }).waitFor()
  expect(complaints.filter((line) => !line.includes('409'))).toEqual([])
})

test('a birthday is told by day and month, changed once, and then settled', async () => {
  const desk = await openDesk()
  const minh = await desk.open(`${desk.miniAppUrl}/me?${phoneOf('minh')}`, 390)
  const choose = async (date: string, month: string) => {
    await minh.getByLabel('Ngày', { exact: true }).selectOption(date)
    await minh.getByLabel('Tháng', { exact: true }).selectOption(month)
    await minh.getByRole('button', { name: 'Lưu ngày sinh' }).click()
  }
  await choose('29', '2')
  await minh.getByText('Đổi được một lần nữa.').waitFor()
  await desk.look(minh, 'birthday')
  await choose('8', '3')
  await minh.getByText('Cần đổi thì nhờ tiệm giúp.').waitFor()
  await minh.getByText('08/03', { exact: true }).waitFor()
  expect(desk.complaints).toEqual([])
})

test('what friends, thanks, birthdays and doubt bring is set with the rules of points', async () => {
  const { owner, look, ask, complaints } = await openDesk()
  await owner.goto(new URL('/admin/programme', owner.url()).href)
  await owner.getByRole('textbox', { name: 'Người mời được', exact: true }).fill('80')
  await owner.getByRole('textbox', { name: 'Chia sẻ số điện thoại' }).fill('15')
  await owner.getByRole('textbox', { name: 'Một khách, số điểm trong ngày' }).fill('200')
  await owner.getByRole('switch', { name: 'Tặng khách dịp sinh nhật' }).click({ force: true })
  await owner.getByRole('heading', { name: 'Điểm cảm ơn' }).scrollIntoViewIfNeeded()
  await look(owner, 'friend-rules')
  await owner.getByRole('button', { name: 'Lưu' }).last().click()
  await owner.getByText('Đã lưu. Áp dụng từ bây giờ, điểm đã tích giữ nguyên.').waitFor()
  expect((await ask('GET', '/programme')).rules).toMatchObject({
    actions: { phone: 15, review: 5 },
    referral: { referrerPoints: 80, friendPoints: 20 },
    ...{ birthday: null, holds: { visitsADay: 3, pointsADay: 200, staffPhones: true } },
  })
  expect(complaints).toEqual([])
})

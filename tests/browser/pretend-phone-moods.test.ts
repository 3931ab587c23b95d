import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFakeHost } from '../support/fake-host.ts'
import { bookingMade } from '../support/zalo.ts'

let host: Awaited<ReturnType<typeof openFakeHost>>
beforeAll(async () => {
  host = await openFakeHost()
})
afterAll(() => host.close())

test('a mood that is chosen is met by the next message, and another one lifts it', async () => {
  const { page, complaints } = await host.openPhone()
  const moods = page.getByRole('group').filter({ has: page.getByText('Tâm trạng của Zalo') })
  await moods.getByText('Tâm trạng của Zalo').click()
  const choose = async (words: string, value: string | null) => {
    await moods.getByRole('combobox', { name: 'Tin theo mẫu (ZNS)' }).selectOption(words)
    await expect.poll(() => host.standIn.trouble.moodOf('business') ?? null).toBe(value)
  }
  await choose('Bận (429)', '429')
  await expect(host.zalo.sendTemplate(bookingMade('84912345678'))).rejects.toThrow()
  await choose('Trả lời bình thường', null)
  await host.zalo.sendTemplate(bookingMade('84912345678'))

  await moods.getByRole('combobox', { name: 'Báo tin đã nhận' }).selectOption('Không bao giờ')
  await moods.getByRole('checkbox', { name: 'Hết hạn mức tin hôm nay' }).check()
  await expect.poll(() => host.standIn.quota.used).toBe(host.standIn.quota.daily)
  await expect(host.zalo.sendTemplate(bookingMade('84912345678'))).rejects.toMatchObject({ code: -144 })
  await moods.getByRole('checkbox', { name: 'Hết hạn mức tin hôm nay' }).uncheck()
  await moods.getByRole('combobox', { name: 'Báo tin đã nhận' }).selectOption('Một lần')
  await expect.poll(() => host.standIn.quota.used).toBe(0)
  expect(complaints).toEqual([])
})

test('a person can go to a later hour, and sees it on the clock of the shop', async () => {
  const travels: number[] = []
  host.standIn.world.travel = async (minutes) => {
    travels.push(minutes)
    host.pass(minutes / 60)
  }
  const { page } = await host.openPhone()
  await page.getByText('Tâm trạng của Zalo').click()
  await page.getByText('08:00 Thứ Hai').waitFor()

  await page.getByRole('button', { name: '+1 giờ' }).click()
  await page.getByText('09:00 Thứ Hai').waitFor()
  await page.getByRole('button', { name: '+1 ngày' }).click()
  await page.getByText('09:00 Thứ Ba').waitFor()

  expect(travels).toEqual([60, 1440])
})

import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { hold, openCalendar } from '../support/calendar-page.ts'
import { openDesk } from '../support/desk.ts'

test('the desk drags a visit to another time and person, and the customer reads it in Zalo', async () => {
  const day = '2026-12-05'
  const desk = await openDesk()
  const { owner, look, complaints } = desk
  const phone = await desk.open('/phone')
  await phone.getByRole('button', { name: /Nguyễn Thị Lan/ }).click()
  const chat = phone.getByRole('region', { name: 'Tiệm tóc Mây' })
  const parts = [
    { serviceId: await desk.idOf('/services', 'Cắt tóc nam'), staffId: await desk.idOf('/staff-members', 'Thảo') },
  ]
  await (await desk.lan())('/bookings', { id: newId(), parts, startsAt: `${day}T09:00:00+07:00` })
  await desk.wait(1)
  await chat.getByText('09:00 05/12/2026').waitFor()

  await openCalendar(owner, day)
  await hold(owner, owner.locator('.ec-event', { hasText: 'Nguyễn Thị Lan' }), { minutes: 90, to: 'Quân' })
  await owner.mouse.up()
  await owner.getByText(/^Đã đổi lịch của Nguyễn Thị Lan sang 10:30/).waitFor()
  await desk.wait(1)
  await chat.getByText('Lịch hẹn đã được dời').waitFor()
  await chat.getByText('10:30 05/12/2026').waitFor()
  await look(phone, 'moved-message')
  expect(complaints).toEqual([])
})

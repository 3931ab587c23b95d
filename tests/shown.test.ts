import { expect, onTestFinished, test } from 'vitest'
import { book } from '../server/booking/book.ts'
import { openDatabase } from '../server/database.ts'
import { NewBooking } from '../shared/booking.ts'
import { clockOf } from '../shared/time.ts'
import { haircut, setHours } from './support/salon.ts'
import { openTestShop, wish } from './support/shop.ts'
import { known, slotsOf } from './support/test-shop.ts'

test('what is shown follows each booking, also of another process, each hold and its end, and new hours', async () => {
  const { customer, shop, file, clock, wait } = await openTestShop()
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  await setHours(shop, [540, 120])
  const day = '2026-01-06'
  const at = (time: string) => wish('', { startsAt: `${day}T${time}:00+07:00`, parts: [haircut(known.thao.id)] })
  const shown = async (who = minh) => {
    const { body } = await who('GET', slotsOf(known.haircut.id, day, known.thao.id))
    return body.map(({ startsAt }: { startsAt: string }) => clockOf(new Date(startsAt), 'Asia/Ho_Chi_Minh')).join(' ')
  }
  const all = '09:00 09:15 09:30 09:45 10:00 10:15 10:30'
  expect([await shown(), await shown(lan)]).toEqual([all, all])

  const other = await openDatabase(`file:${file}`)
  onTestFinished(() => other.close())
  await other.write((tx) => book(tx, lan.id, NewBooking.parse(at('09:00')), clock.at))
  expect([await shown(), await shown(lan)]).toEqual(['09:30 09:45 10:00 10:15 10:30', '09:30 09:45 10:00 10:15 10:30'])

  await lan('POST', '/holds', at('10:00'))
  expect([await shown(), await shown(lan)]).toEqual(['09:30 10:30', '09:30 09:45 10:00 10:15 10:30'])
  wait(5)
  expect(await shown()).toBe('09:30 09:45 10:00 10:15 10:30')
  await setHours(shop, [540, 60])
  expect(await shown()).toBe('09:30')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import type { Programme } from '../../shared/programme.ts'
import { openMiniApp } from '../support/mini-app.ts'
import { known } from '../support/test-shop.ts'
import { level, tiersOf } from '../support/tiers.ts'

let miniApp: Awaited<ReturnType<typeof openMiniApp>>
beforeAll(async () => {
  miniApp = await openMiniApp()
})
afterAll(() => miniApp.close())

test('the wallet says what is missing for the next level, and home names the one that is held', async () => {
  const { page, open, customer, staff, complaints } = await miniApp.openShop()
  const [lan, owner] = [await customer('lan'), await staff('owner')]
  const { rules } = (await owner('GET', '/programme')).body as { rules: Programme }
  const levels = [level('Bạc', 100_000), level('Vàng', 425_000)]
  const tiers = tiersOf({ by: 'spend', window: 'calendar_year', levels })
  expect((await owner('PUT', '/programme', { ...rules, tiers })).status).toBe(200)
  await open('/points')
  await page.getByRole('heading', { name: 'Bạn chưa có hạng' }).waitFor()
  await page.getByText('Còn 100.000 đ nữa lên hạng Bạc').waitFor()

  const id = newId()
  const wish = { id, parts: [{ serviceId: known.haircut.id, staffId: known.thao.id }], startsAt: null }
  await owner('POST', '/bookings', { ...wish, customerId: lan.id, newCustomer: null })
  expect((await owner('POST', `/bookings/${id}/complete`, {})).status).toBe(200)
  await page.reload()
  await page.getByRole('heading', { name: 'Hạng Bạc' }).waitFor()
  await page.getByText('Còn 320.000 đ nữa lên hạng Vàng').waitFor()
  await page.getByText(/^Giữ được hạng này đến hết 31\/12/).waitFor()
  await open('/')
  await page.getByRole('link', { name: /10 điểm.*Hạng Bạc/ }).waitFor()
  expect(complaints).toEqual([])
})

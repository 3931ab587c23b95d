import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'

test('levels are typed and kept', async () => {
  const { owner, ask, complaints } = await openDesk()
  await owner.goto(new URL('/admin/programme', owner.url()).href)
  await owner.getByRole('heading', { name: 'Hạng khách' }).waitFor()
  await owner.getByRole('button', { name: 'Thêm hạng' }).click()
  await owner.getByRole('textbox', { name: 'Tên hạng' }).fill('Vàng')
  await owner.getByRole('textbox', { name: 'Từ', exact: true }).first().fill('1000000')
  await owner.getByRole('textbox', { name: 'Nhân điểm' }).last().fill('1,5')
  await owner.getByText('Năm dương lịch').click()
  await owner.getByRole('heading', { name: 'Hạng khách' }).scrollIntoViewIfNeeded()
  await owner.screenshot({ path: '/tmp/desk-tiers.png', fullPage: true })
  await owner.getByRole('button', { name: 'Lưu' }).last().click()
  await expect.poll(async () => (await ask('GET', '/programme')).rules.tiers.levels.length).toBe(1)
  expect((await ask('GET', '/programme')).rules.tiers).toMatchObject({
    window: 'calendar_year',
    levels: [{ name: 'Vàng', from: 1_000_000, thousandths: 1500 }],
  })
  expect(complaints).toEqual([])
})

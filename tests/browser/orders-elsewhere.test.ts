import { expect, test } from 'vitest'
import { openShelf } from '../support/shelf.ts'

test('the key of another till is shown once, lets it tell of its sales, and is taken back', async () => {
  const { owner, url, look, complaints } = await openShelf()
  await owner.goto(`${url}/admin/settings?tab=keys`)
  await owner.getByRole('textbox', { name: 'Tên phần mềm' }).fill('Sapo')
  await owner.getByRole('button', { name: 'Tạo khoá' }).click()
  const key = (await owner.getByText(/^kq_/).textContent())!
  await look(owner, 'key')
  const sale = {
    ...{ number: 'S1', at: '2026-11-23T08:00:00+07:00', customer: { phone: '0987654321' } },
    lines: [{ name: 'Kem ủ tóc', quantity: 1, unitPriceVnd: 150_000 }],
  }
  const headers = { authorization: `Bearer ${key}` }
  const tell = async () => (await owner.request.post(`${url}/admin/api/orders`, { data: sale, headers })).status()
  expect([await tell(), await tell()]).toEqual([201, 200])
  await owner.reload()
  await owner.getByText(/dùng lần cuối/).waitFor()
  expect(await owner.getByText(/^kq_/).count()).toBe(0)
  await owner.getByRole('button', { name: 'Thu hồi khoá Sapo' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await owner.getByText('Chưa có khoá nào.').waitFor()
  expect(await tell()).toBe(401)
  expect(await owner.request.get(`${url}/docs/orders-api.md`).then((answer) => answer.text())).toContain('"number"')
  expect(complaints).toEqual([])
})

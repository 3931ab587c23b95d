import { expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDesk } from '../support/desk.ts'
import { signed } from '../support/payments.ts'

test.each([1280, 390])(
  'at %i wide, what differs is told with what to do, counted in the menu, and gone once it is mended',
  async (width) => {
    const { owner, ask, url, clock, look, complaints } = await openDesk(width)
    const { secret } = await ask('POST', '/bank/secret')
    const { differences, waiting } = await ask('GET', '/money/differences')
    expect(differences).toEqual([])
    const data = JSON.stringify({
      id: newId(),
      amountVnd: 75_000,
      text: 'tien toc chi Lan',
      at: clock.at.toISOString(),
    })
    const headers = { 'content-type': 'application/json', ...signed(secret, data) }
    await owner.request.post(`${url}/webhooks/bank`, { data, headers })

    await owner.goto(`${url}/admin/money`)
    const part = owner.getByRole('region', { name: 'Đối soát' })
    await part.getByText('Tiền về chưa rõ của ai', { exact: true }).waitFor()
    await owner.getByText('Còn 1 khoản chưa khớp.').waitFor()
    if (width > 1000) {
      const menu = owner.getByRole('navigation', { name: 'Menu' })
      await menu.getByText(`${waiting + 1} khoản tiền đang chờ xử lý`).waitFor()
    }
    await part.scrollIntoViewIfNeeded()
    await look(owner, `differences-${width}`)
    await part.getByRole('link', { name: 'Đến tiền chưa rõ' }).click()
    await owner.getByRole('button', { name: 'Không phải của tiệm' }).click()
    await owner.getByRole('textbox', { name: 'Lý do' }).fill('Tiền nhà')
    await owner.getByRole('button', { name: 'Bỏ qua' }).click()
    await part.getByText('Mọi khoản đều khớp.').waitFor()
    await owner.getByText('Còn 1 khoản chưa khớp.').waitFor({ state: 'hidden' })
    await look(owner, `no-differences-${width}`)
    expect(complaints).toEqual([])
  },
)

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'

async function openLiability({ owner, url }: Awaited<ReturnType<typeof openDesk>>, search = '') {
  await owner.goto(new URL(`/admin/liability${search}`, url).href)
  await owner.getByRole('table', { name: 'Điểm đã đi đâu' }).waitFor()
}

/** The points of each line as they can be read, from the opening to the closing. */
async function linesOf(page: Page) {
  const cells = await page.getByRole('table', { name: 'Điểm đã đi đâu' }).getByRole('cell').allInnerTexts()
  return cells.map((text) => Number(text.replace('−', '-').replace(/[^\d-]/g, '')))
}

test('the statement of each stretch adds up to its closing, and one month closes where the next opens', async () => {
  const desk = await openDesk()
  const { owner, look, complaints } = desk
  await openLiability(desk)
  await look(owner, 'liability-this-month')
  const [opening, ...rest] = await linesOf(owner)
  const closing = rest.pop()
  expect([opening, ...rest].reduce((sum, points) => sum! + points!, 0)).toBe(closing)
  expect([rest.length, rest[0]! > 0]).toEqual([6, true])

  await owner.getByText('Tháng trước', { exact: true }).click()
  await owner.getByRole('rowheader', { name: 'Cuối kỳ, hết 31/10' }).waitFor()
  await expect.poll(async () => (await linesOf(owner)).at(-1)).toBe(opening)
  await look(owner, 'liability-last-month')
  expect(complaints).toEqual([])
})

test('other dates stay in the address, and days the wrong way round are told', async () => {
  const desk = await openDesk(390)
  const { owner, look } = desk
  await openLiability(desk)
  await owner.getByText('Khoảng khác', { exact: true }).click()
  await owner.getByLabel('Từ ngày').fill('2026-11-02')
  await owner.getByRole('rowheader', { name: 'Đầu kỳ, sáng 02/11' }).waitFor()
  await look(owner, 'liability-other-dates')
  await owner.reload()
  await owner.getByRole('rowheader', { name: 'Đầu kỳ, sáng 02/11' }).waitFor()
  await owner.getByLabel('Đến ngày').fill('2026-11-01')
  await owner.getByText('Ngày cuối phải từ ngày đầu trở đi.').waitFor()
  expect(await owner.getByRole('table').count()).toBe(0)
  await look(owner, 'liability-reversed')
})

test('what the shop owes is said in đồng, and why nothing is taken off it yet', async () => {
  const desk = await openDesk()
  const { owner, ask } = desk
  const { liability } = await ask('GET', '/liability?from=2026-11-01&to=2026-11-23')
  await openLiability(desk)
  const owed = owner.getByRole('region', { name: 'Tiệm đang nợ, tính đến lúc này' })
  expect(liability).toMatchObject({ maturedLots: 0, breakage: null }) // points of the demo salon never run out
  expect(await owed.innerText()).toContain('Chưa có lô điểm nào hết hạn, cần 100 lô')
  const vnd = (await owed.innerText()).match(/([\d.]+)\u00a0đ/)?.[1]
  expect(Number(vnd?.replaceAll('.', ''))).toBe(liability.faceVnd)
})

import type { Page } from 'playwright-core'

export const pixelsOf = (minutes: number) => (minutes / 15) * 28

/** The calendar of a day, drawn. */
export async function openCalendar(page: Page, day: string) {
  await page.goto(new URL(`/admin/calendar?day=${day}`, page.url()).href)
  await page.getByRole('region', { name: 'Lịch theo người làm' }).waitFor()
  await page.locator('.ec-body').waitFor()
}

/** Takes hold of a block and carries it so many minutes down, and over to somebody. */
export async function hold(
  page: Page,
  block: ReturnType<Page['locator']>,
  { minutes, to }: { minutes: number; to?: string },
) {
  const box = (await block.boundingBox())!
  const x = to ? (await columnOf(page, to)).x + 60 : box.x + 40
  await page.mouse.move(box.x + 40, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + 30, { steps: 3 })
  await page.mouse.move(x, box.y + 10 + pixelsOf(minutes), { steps: 6 })
}

export async function columnOf(page: Page, name: string) {
  const head = (await page.getByRole('columnheader', { name }).boundingBox())!
  return { x: head.x, top: head.y + head.height }
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMiniApp } from '../support/mini-app.ts'
import { known } from '../support/test-shop.ts'

let miniApp: Awaited<ReturnType<typeof openMiniApp>>
beforeAll(async () => {
  miniApp = await openMiniApp()
})
afterAll(() => miniApp.close())

test('Escape closes a sheet from its first moment on, and the focus goes back to what opened it', async () => {
  const { page, open, complaints } = await miniApp.openShop()
  await open(`/book/${known.haircut.id}`)
  const button = page.getByRole('button', { name: 'Báo tôi khi có chỗ' })
  await button.waitFor()
  const seen = page.evaluate(
    () =>
      new Promise<string>((tell) => {
        const look = () => {
          const sheet = document.querySelector('[role=dialog]')
          if (!sheet) return
          watch.disconnect()
          const focus = sheet.contains(document.activeElement) ? 'inside' : 'outside'
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
          tell(focus)
        }
        const watch = new MutationObserver(look)
        watch.observe(document.body, { childList: true, subtree: true })
      }),
  )
  await button.focus()
  await page.keyboard.press('Enter')
  expect(await seen).toBe('inside')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(complaints).toEqual([])
})

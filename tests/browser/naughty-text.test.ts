import { expect, test } from 'vitest'
import { services } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import naughty from '../support/blns.json' with { type: 'json' }
import { openDemoShop } from '../support/browser.ts'

test('every text that the API takes stands on the admin page letter for letter, and runs nothing', async () => {
  const demo = await openDemoShop()
  const owner = await demo.open('/admin/')
  await owner.getByRole('button', { name: 'Chủ tiệm' }).click()
  await owner.getByRole('button', { name: 'Đăng nhập' }).click()
  await owner.getByRole('link', { name: 'Hôm nay' }).first().waitFor()

  const taken: string[] = await owner.evaluate(
    async ({ texts, ids }) => {
      const taken = []
      for (const [i, name] of texts.entries()) {
        const body = JSON.stringify({
          id: ids[i],
          name,
          category: 'Thử',
          durationMinutes: 30,
          priceVnd: 1000,
          photoUrl: null,
          active: true,
        })
        const headers = { 'content-type': 'application/json', 'x-requested-with': 'khach-quen' }
        const { status } = await fetch('/admin/api/services', { method: 'POST', headers, body })
        if (status === 201) taken.push(name)
      }
      return taken
    },
    {
      texts: naughty.filter((text) => text.length > 0 && text.length <= 80 && !/\p{Cc}/u.test(text)),
      ids: naughty.map(() => newId()),
    },
  )
  expect(taken.length).toBeGreaterThan(300)
  expect(await demo.shop.read.$count(services)).toBe(12 + taken.length)

  await owner.goto(`${demo.url}/admin/services`)
  await owner.getByText(taken[0]!, { exact: true }).first().waitFor()
  const shown = new Set(
    await owner.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((node) => node.childElementCount === 0)
        .map((node) => node.textContent),
    ),
  )
  expect(taken.filter((text) => !shown.has(text.normalize('NFC')))).toEqual([])
  expect(demo.complaints.filter((complaint) => !/status of 400/.test(complaint))).toEqual([])
})

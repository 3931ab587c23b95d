import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { openDesk } from './desk.ts'
import { signed } from './payments.ts'

type Variant = { id: string; name: string; stock: number | null; priceVnd: number }
type Product = { id: string; name: string; variants: Variant[] }

/** The demo shop, which takes every way of paying, with Lan in the Mini App and a bank that tells of money. */
export async function openOrderApp() {
  const desk = await openDesk()
  const { ask, open, owner, url, clock, miniAppUrl } = desk
  await ask('PUT', '/order-settings', { ...(await ask('GET', '/order-settings')), checkout: true })
  const { secret } = await ask('POST', '/bank/secret')
  const app = await open(`${miniAppUrl}/shop?person=lan&phone=grant&userInfo=grant`, 390)
  const productOf = async (name: string): Promise<Product> =>
    (await ask('GET', '/products')).find((product: Product) => product.name === name)

  return {
    ...{ ...desk, app, productOf },
    /** From the shelf to the screen on which it is ordered. */
    async toCheckout(...names: string[]) {
      await app.goto(`${miniAppUrl}/shop`)
      for (const name of names) {
        await app.getByRole('link', { name: new RegExp(name) }).click()
        await app.getByRole('button', { name: /^Thêm vào giỏ/ }).click()
      }
      await app.getByRole('link', { name: /^Xem giỏ/ }).click()
      await app.getByRole('link', { name: /^Đặt hàng/ }).click()
      await app.getByRole('heading', { name: 'Nhận hàng thế nào?' }).waitFor()
    },
    /** Orders what the screen shows; answers with the order's id. */
    async place() {
      const button = app.getByRole('button', { name: /^Đặt hàng · / })
      await button.click()
      await app.waitForURL(/\/orders\/[0-9a-f-]{36}/)
      return idIn(app)
    },
    step: (id: string, to: string, paidInCash = false) => ask('POST', `/orders/${id}/step`, { to, paidInCash }),
    async stockOf(name: string) {
      return (await productOf(name)).variants[0]!.stock
    },
    /** As the owner does it on the shelf. */
    async count(name: string, stock: number) {
      const [{ id }] = (await productOf(name)).variants as [Variant]
      await ask('POST', `/variants/${id}/stock`, { kind: 'counted', id: newId(), stock, note: '' })
    },
    async price(name: string, priceVnd: number) {
      const { id, ...product } = (await productOf(name)) as Product & Record<string, unknown>
      const variants = product.variants.map(({ stock: _, ...variant }) => ({ ...variant, priceVnd }))
      const { category, description, photoUrl, active, options } = product as Record<string, unknown>
      await ask('PUT', `/products/${id}`, { name, category, description, photoUrl, active, options, variants })
    },
    /** From now on points are money: at most half of an order, by tens. */
    async takePoints() {
      const { rules } = await ask('GET', '/programme')
      const asMoney = { vndPerPoint: 500, least: 20, most: null, step: 10, mostPercent: 50 }
      await ask('PUT', '/programme', { ...rules, asMoney })
    },
    /** From now on orders come in at tables too; answers with the code of one. */
    async takeAtTables(name: string) {
      await ask('PUT', '/order-settings', { ...(await ask('GET', '/order-settings')), eatIn: true })
      await ask('POST', '/tables', { id: newId(), name, active: true })
      const table = (await ask('GET', '/tables')).find((each: { name: string }) => each.name === name)
      return table.code as string
    },
    /** Lan takes an offer that costs no points. */
    async giveVoucher(name: string, amountVnd: number) {
      const id = newId()
      const none = { percent: null, mostVnd: null, serviceId: null, stock: null, perPerson: null, budgetVnd: null }
      const anytime = { fromDay: null, toDay: null, weekdays: [], validDays: null, startsAfterDays: 0, alone: false }
      const offer = { id, name, words: '', kind: 'amount', amountVnd, costVnd: 0, pointsCost: 0, ...none, ...anytime }
      await ask('POST', '/offers', { ...offer, audience: { kind: 'everybody' } })
      await ask('POST', `/offers/${id}/state`, { state: 'live' })
      await (await desk.lan())('/vouchers', { id: newId(), offerId: id })
    },
    /** The bank tells of money that came in. */
    async tell(amountVnd: number, memo: string) {
      const data = JSON.stringify({ id: newId(), amountVnd, text: `CT DEN ${memo}`, at: clock.at.toISOString() })
      const headers = { 'content-type': 'application/json', ...signed(secret, data) }
      const answer = await owner.request.post(`${url}/webhooks/bank`, { data, headers })
      expect(await answer.json()).toEqual({ state: 'matched' })
    },
  }
}

const idIn = (app: Page) => new URL(app.url()).pathname.match(/orders\/([0-9a-f-]{36})/)![1]!

/** The first time that is left. */
export const anyTime = (app: Page) =>
  app
    .getByRole('button', { name: /^\d\d:\d\d$/ })
    .first()
    .click()

import { codeAt, digitsAt, fromBase64Url, memberKey, stepAt } from '../../shared/member-code.ts'
import type { Client, TestShop } from './shop.ts'

/** What a customer's phone shows: `aside` steps from the shop's time, and the digits to type. */
export async function phoneOf(shop: Pick<TestShop, 'clock'>, customer: Client) {
  const { body: card } = await customer('GET', '/me/member-code')
  const key = await memberKey(fromBase64Url(card.secret))
  const step = (aside: number) => stepAt(shop.clock.at.getTime()) + aside
  return {
    card: card as { ref: string; number: number; secret: string; serverNow: string },
    key,
    code: (aside = 0) => codeAt(key, card.ref, step(aside)),
    digits: (aside = 0) => digitsAt(key, card, step(aside)),
  }
}

import { newId } from '../../shared/ids.ts'
import { openDesk } from './desk.ts'
import { signed } from './payments.ts'

type Variant = { id: string; name: string; priceVnd: number }

/** A demo salon where Lan orders shampoo and hair bands, and whose bank tells of money. */
export async function openShelf(width?: number) {
  const desk = await openDesk(width)
  const { ask, owner, url, clock } = desk
  const lan = await desk.lan()
  // Those of the demo are out of the way.
  for (const { id } of await ask('GET', '/orders/open')) await ask('POST', `/orders/${id}/cancel`, { reason: 'Dọn' })
  const products = (await ask('GET', '/products')) as { name: string; variants: Variant[] }[]
  const variant = (name: string) => products.find((each) => each.name === name)!.variants[0]!
  const lanId = (await ask('GET', `/customers?q=${encodeURIComponent('nguyen thi lan')}`)).customers[0].id as string
  const { secret } = await ask('POST', '/bank/secret')
  const none = { voucherIds: [], pointsUsed: 0, creditVnd: 0 }
  const line = (name: string, quantity: number) => ({ variantId: variant(name).id, choiceIds: [], quantity, note: '' })
  return {
    ...desk,
    lanId,
    /** Lan orders two bottles of conditioner and a hair band, to be brought. */
    async order(payment: 'cash' | 'transfer' = 'cash') {
      const lines = [line('Dầu xả argan', 2), line('Dây buộc tóc lụa', 1)]
      const { totalVnd } = await lan('/orders/quote', { ...none, lines, fulfilment: 'delivery' })
      const where = { fulfilment: 'delivery', recipient: 'Lan', phone: '0912345678', address: '12 Lê Lợi, Huế' }
      const note = 'Gọi trước khi giao'
      return await lan('/orders', { id: newId(), ...none, lines, where, payment, totalVnd, note })
    },
    async tell(amountVnd: number, memo: string) {
      const data = JSON.stringify({ id: newId(), amountVnd, text: `CT DEN ${memo}`, at: clock.at.toISOString() })
      const headers = { 'content-type': 'application/json', ...signed(secret, data) }
      await owner.request.post(`${url}/webhooks/bank`, { data, headers })
    },
  }
}

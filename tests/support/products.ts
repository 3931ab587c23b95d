import { newId } from '../../shared/ids.ts'
import type { TestShop } from './shop.ts'

/** A shampoo in two sizes, with something to choose beside it; its id. */
export async function aProduct(shop: TestShop) {
  const id = newId()
  const variants = ['250 ml', '500 ml'].map((name) => ({
    id: newId(),
    name,
    sku: null,
    priceVnd: 90_000,
    active: true,
  }))
  const options = [{ id: newId(), name: 'Gói', least: 0, most: 1, choices: [{ id: newId(), name: 'Nơ', priceVnd: 0 }] }]
  const wares = { name: 'Dầu gội', category: 'Tóc', description: 'Bưởi', photoUrl: null, active: true }
  await (await shop.staff('owner'))('POST', '/products', { id, ...wares, options, variants })
  return id
}

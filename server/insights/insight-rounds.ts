import { dayOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Shop } from '../shop.ts'
import { standAnew, takeRhythms } from './rhythms.ts'

const lookedAt = new WeakMap<Shop, string>()

/**
 * Once a day: how people come back by now, and with it who is expected when. In steps, as others wait. The first time in a
 * process all are gone through, since the last one may have been stopped halfway.
 */
export async function tendRhythms(shop: Shop) {
  const { read, write, fold, now } = shop
  const today = dayOf(now(), (await shopOf(read)).zone)
  const isFirst = !lookedAt.has(shop)
  if (lookedAt.get(shop) === today) return
  lookedAt.set(shop, today)
  const moved = await write((tx) => takeRhythms(tx))
  if (moved.length === 0 && !isFirst) return
  let after: string | undefined = ''
  while (after !== undefined) {
    const from: string = after
    after = await write((tx) => standAnew(tx, from))
    await fold()
  }
}

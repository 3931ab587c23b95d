import type { Reader } from '../database.ts'
import { bankOf } from './bank.ts'

type Shop = { read: Reader; zaloSettings: () => Promise<{ checkoutKey: string }> }

/** How the shop can be paid from afar: into its account, and through Checkout once it has a key. */
export async function payWaysOf({ read, zaloSettings }: Shop) {
  return { transfer: (await bankOf(read)) !== undefined, checkout: (await zaloSettings()).checkoutKey !== '' }
}

/** Whether anything can be asked for ahead at all. */
export async function canBePaid(shop: Shop): Promise<boolean> {
  const { transfer, checkout } = await payWaysOf(shop)
  return transfer || checkout
}

import { hourMs } from '../../shared/time.ts'
import type { Shop } from '../shop.ts'
import { ZaloFault } from '../zalo/errors.ts'
import type { Quota } from './zalo-quota.ts'

const known = new WeakMap<Shop, { at: number; quota: Quota | undefined }>()

/** What Zalo said within the hour; asked again after that. Where it does not answer, nothing is known. */
export async function quotaWithinHour(shop: Shop): Promise<Quota | undefined> {
  const at = shop.now().getTime()
  const before = known.get(shop)
  if (before && at - before.at < hourMs) return before.quota
  const quota = await shop.zalo.messageQuota().catch((fault) => {
    if (!(fault instanceof ZaloFault)) throw fault
    return undefined
  })
  known.set(shop, { at, quota })
  return quota
}

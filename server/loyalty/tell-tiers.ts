import { formatNumber, formatVnd } from '../../shared/money.ts'
import type { Programme } from '../../shared/programme.ts'
import { stampOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import type { Tx } from '../database.ts'
import { tell } from '../notifications/outbox.ts'
import { membershipOf } from './memberships.ts'
import { programmeAt } from './programme.ts'
import { tierOf } from './tier-outlook.ts'
import type { Risen } from './tiers.ts'

/** Somebody has risen to a level (L-46). */
export async function tellRisen(tx: Tx, { id, customerId, level }: Risen, now: Date) {
  const params = { ...(await greeting(tx, customerId)), tier: level.name }
  await tell(tx, [{ event: 'tier_reached', customerId, about: id, params }], now)
}

/** A level is lost soon, or lives by its grace only: told once for each end that it may have (L-46). */
export async function tellWaning(tx: Tx, customerId: string, now: Date) {
  const { zone } = await shopOf(tx)
  const tier = await tierOf(tx, customerId, zone, now)
  if (!tier?.name || !tier.toKeep) return
  const { missing, until, isSoon } = tier.toKeep
  const isInGrace = Boolean((await membershipOf(tx, customerId))?.keepUntil)
  if (!isSoon && !isInGrace) return
  const { pointName } = (await programmeAt(tx, now)).rules
  const params = {
    ...(await greeting(tx, customerId)),
    ...{ tier: tier.name, missing: spoken(missing, tier.by, pointName), until: stampOf(until, zone) },
  }
  const about = { customerId, about: customerId, edition: until.getTime(), before: until }
  await tell(tx, [{ event: 'tier_waning', ...about, params }], now)
}

const greeting = async (tx: Tx, customerId: string) => ({
  customer_name: (await customerById(tx, customerId))?.name ?? '',
  shop: (await shopOf(tx)).name,
})

function spoken(missing: number, by: Programme['tiers']['by'], pointName: string): string {
  if (by === 'spend') return formatVnd(missing)
  return `${formatNumber(missing)} ${by === 'visits' ? 'lần ghé' : pointName}`
}

import { setImmediate } from 'node:timers/promises'
import { dayAt } from '../../shared/day-number.ts'
import { shopOf } from '../catalog/catalog.ts'
import { reachOf } from '../notifications/reach.ts'
import { type Today, todayOf } from '../segments/conditions.ts'
import type { Shop } from '../shop.ts'
import { alertsNow } from './alerts.ts'
import { tellAlerts, untold } from './alerts-told.ts'
import { type DigestKind, figuresTold, type Told } from './digest-figures.ts'
import { digestOf, digestsDue, tellDigest } from './digests.ts'
import { minutesOfUse, ownersTold } from './owner-readers.ts'
import { quotaWithinHour } from './quota-rounds.ts'
import { areSuggestionsDue, keepProposals, proposalsOf } from './suggest.ts'
import { lastBrought, scoreSuggestion, suggestionsToScore } from './suggest-outcome.ts'
import { openSuggestions } from './suggestions.ts'

const looked = new WeakMap<Shop, number>()

/** What the shop should do next, once a week, and what came of it; looked for once a day, since there may be nothing. */
export async function tendSuggestions(shop: Shop) {
  const { read, write, now } = shop
  const { zone } = await shopOf(read)
  const today = todayOf(now(), zone)
  for (const one of await suggestionsToScore(read, today)) await write((tx) => scoreSuggestion(tx, one, zone, now()))
  if (looked.get(shop) === today.day) return
  if (await areSuggestionsDue(read, today)) {
    const proposals = await proposalsOf(read, today, zone, { reach: reachOf, pause: () => setImmediate() })
    if (proposals.length > 0) await write((tx) => keepProposals(tx, proposals, today))
  }
  looked.set(shop, today.day)
}

/** Digests at the minute each owner wants them. All is read before the write, which is a few rows. */
export async function tendDigests(shop: Shop) {
  const { read, write, now } = shop
  const useMinutes = await minutesOfUse(read, 'owner_digest')
  const owners = await ownersTold(read)
  if (useMinutes === undefined || owners.length === 0) return
  const { zone, name } = await shopOf(read)
  const today = todayOf(now(), zone)
  const until = dayAt(today.day - 1)
  const due = await digestsDue(read, owners, dayAt(today.day), until, zone, now())
  for (const { owner, kind } of due) {
    const told = await toldOf(shop, kind, today)
    const suggestionId = (await openSuggestions(read, today))[0]?.id ?? null
    await write((tx) => tellDigest(tx, owner, { kind, told, suggestionId, shop: name, useMinutes }, now()))
  }
}

/** As it was told already to another owner, or as it is. */
async function toldOf({ read, now }: Shop, kind: DigestKind, today: Today): Promise<Told> {
  const told = await digestOf(read, kind, dayAt(today.day - 1))
  if (told) return told.figures as Told
  const brought = kind === 'weekly' ? await lastBrought(read, today) : undefined
  return { ...(await figuresTold(read, kind, today.day - 1, now())), brought: brought ?? null }
}

/** What happened meanwhile, to whom wants it. */
async function tendAlerts(shop: Shop) {
  const { read, write, now } = shop
  const useMinutes = await minutesOfUse(read, 'owner_alert')
  const owners = await ownersTold(read)
  if (useMinutes === undefined || owners.length === 0) return
  const { zone, name } = await shopOf(read)
  const quota = owners.some((owner) => owner.quota) ? await quotaWithinHour(shop) : undefined
  const alerts = await alertsNow(read, { zone, now: now(), quota })
  for (const owner of owners) {
    const fresh = await untold(read, owner, alerts)
    if (fresh.length > 0) await write((tx) => tellAlerts(tx, owner, fresh, { shop: name, useMinutes, zone }, now()))
  }
}

/** All that the shop's own people are told. */
export async function tendOwners(shop: Shop) {
  await tendSuggestions(shop)
  await tendDigests(shop)
  await tendAlerts(shop)
}

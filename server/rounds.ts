import { lt } from 'drizzle-orm'
import { accountSessions, ownerLinks, rebookLinks, sessions, webhookEvents } from '../drizzle/schema/index.ts'
import { dayMs, dayOf, hourMs, minuteMs, minuteOf } from '../shared/time.ts'
import { lapseRequest, requestsLapsed } from './booking/change-status.ts'
import { comebacksDue } from './booking/comebacks.ts'
import { tendWait, waitsDue } from './booking/offer-freed.ts'
import { makeRebookLink, rebookStatement } from './booking/rebook-link.ts'
import { remindersDue } from './booking/remind.ts'
import { shopOf } from './catalog/catalog.ts'
import { addHolidays, missingHolidays } from './catalog/holidays.ts'
import { forgetUsedCodes } from './customers/member-code.ts'
import type { Tx } from './database.ts'
import { examine } from './doctor.ts'
import { tendBatches } from './imports/batch-rounds.ts'
import { tendOwners } from './insights/digest-rounds.ts'
import { tendRhythms } from './insights/insight-rounds.ts'

import { described, type Log } from './log.ts'
import { confirmSome, expireSome, lotsDue } from './loyalty/expire.ts'
import { expiringNews } from './loyalty/tell-expiring.ts'
import { levelsDue } from './loyalty/tiers.ts'
import { deliver } from './notifications/deliver.ts'
import { noteDetail, unknownUsers } from './notifications/oa-users.ts'
import { enqueue, type News } from './notifications/outbox.ts'
import { takeInAll } from './notifications/take-in.ts'
import { messagingOf } from './notifications/triggers.ts'
import { birthdaysDue, celebrateSome } from './offers/birthdays.ts'
import { endVoucher, vouchersLapsed } from './offers/vouchers.ts'
import { reviewSome } from './offers/welcome.ts'
import { standingOfTokens } from './official-account/tokens.ts'
import { differencesOf } from './orders/reconcile.ts'
import { lapseOrder, ordersUnpaid } from './orders/steps.ts'
import { tendCheckout } from './payments/checkout-rounds.ts'
import { squareVisit, straysOf } from './payments/square-visit.ts'
import { tendCampaigns, tendSegments } from './segments/segment-rounds.ts'
import type { Shop } from './shop.ts'
import { ZaloFault } from './zalo/errors.ts'

const deliverEveryMs = 1000
/** To look at what everybody waits for costs more. */
const tendEveryMs = 5000
/** A connection that was lost is told within the minute. */
const watchEveryMs = 20_000
/** Who is to get money back waits no longer than that. */
const checkoutEveryMs = 15_000
/** When nobody is served: the hour of the shop's night in which its books are proven. */
const nightlyHour = 3

/** What a shop does as time passes. A round that fails is logged and comes again. Answers with how to stop them. */
export function startRounds(shop: Shop, log: Log): () => Promise<void> {
  shop.soon('segments', () => tendSegments(shop))
  shop.soon('owners', () => tendOwners(shop))
  const rounds = [
    every(deliverEveryMs, () => deliverAll(shop, log)),
    every(tendEveryMs, () => tendBookings(shop, log)),
    every(deliverEveryMs, () => tendBatches(shop)),
    every(watchEveryMs, () => watchConnection(shop, log)),
    every(minuteMs, () => tendPoints(shop)),
    every(checkoutEveryMs, () => tendCheckout(shop)),
    every(minuteMs, () => askBack(shop)),
    every(minuteMs, () => tendCampaigns(shop)),
    every(minuteMs, () => meetUsers(shop)),
    every(hourMs, () => hourly(shop, log)),
    every(minuteMs, () => tendRhythms(shop)),
    every(minuteMs, () => tendOwners(shop)),
    every(minuteMs, () => noteHolidays(shop)),
  ]
  return async () => {
    await Promise.all(rounds.map((stop) => stop()))
  }

  function every(ms: number, round: () => Promise<unknown>): () => Promise<unknown> {
    let running: Promise<unknown> = Promise.resolve()
    let busy = false
    const timer = setInterval(() => {
      if (busy) return
      busy = true
      running = round()
        .catch((fault) => log.error({ fault: described(fault) }, 'a round failed'))
        .finally(() => {
          busy = false
        })
    }, ms)
    return () => {
      clearInterval(timer)
      return running
    }
  }
}

/** Takes in what Zalo told, reminds, then sends until nothing is due. */
async function deliverAll(shop: Shop, log?: Log) {
  await takeInAll(shop, log)
  await enqueueAll(shop, await remindersDue(shop.read, shop.now()))
  while (await deliver(shop)) {
    // what was put behind something else
  }
}

/** Requests that nobody answered lapse; what was freed is offered to who waits, while people are awake. */
export async function tendBookings({ read, write, now }: Shop, log?: Log) {
  /** Each on its own: one that cannot be done keeps nobody else from theirs. */
  const tend = (act: (tx: Tx) => Promise<unknown>) =>
    write(act).catch((fault) => {
      if (!log) throw fault
      log.error({ fault: described(fault) }, 'a booking could not be tended')
    })
  for (const id of await requestsLapsed(read, now())) await tend((tx) => lapseRequest(tx, id, now()))
  for (const id of await ordersUnpaid(read, now())) await tend((tx) => lapseOrder(tx, id, now()))

  const { zone } = await shopOf(read)
  const { careFromMinute, careToMinute } = await messagingOf(read)
  const minute = minuteOf(now(), zone)
  const awake = minute >= careFromMinute && minute < careToMinute
  for (const id of await waitsDue(read, now(), awake)) await tend((tx) => tendWait(tx, id, now(), awake))
}

/** Points that waited can be spent, those that have run out go, vouchers whose time is over, levels, birthdays; in steps, as others wait. */
async function tendPoints(shop: Shop) {
  const { read, write, fold, now } = shop
  if (await lotsDue(read, now())) {
    while (await write((tx) => confirmSome(tx, now()))) await fold()
    while (await write((tx) => expireSome(tx, now()))) await fold()
  }
  for (const id of await vouchersLapsed(read, now())) await write((tx) => endVoucher(tx, id, 'lapsed', 'clock', now()))
  if ((await levelsDue(read, now())).length > 0) while (await write((tx) => reviewSome(tx, now()))) await fold()
  for (let news = await expiringNews(read, now()); news.length > 0; news = await expiringNews(read, now()))
    await enqueueAll(shop, news)
  if ((await birthdaysDue(read, now())).length > 0) while (await write((tx) => celebrateSome(tx, now()))) await fold()
}

/** All that is due after the clock was moved: demos and tests need not wait. */
export async function passTime(shop: Shop) {
  await noteHolidays(shop)
  await meetUsers(shop)
  await askBack(shop)
  await tendPoints(shop)
  await tendBookings(shop)
  await tendBatches(shop)
  await tendCheckout(shop)
  await tendRhythms(shop)
  await tendSegments(shop)
  await tendOwners(shop)
  await tendCampaigns(shop)
  await deliverAll(shop)
}

/** Writes to those who have not been back for long. */
async function askBack(shop: Shop) {
  const due = await comebacksDue(shop.read, shop.now())
  if (due.length === 0) return
  await shop.write(async (tx) => {
    for (const { customerId, about, params, ...news } of due) {
      const id = await makeRebookLink(tx, { customerId, bookingId: about }, shop.now())
      const link = `/rebook/${shop.vault.sign(rebookStatement(id))}`
      await enqueue(tx, { ...news, customerId, about, params: { ...params, link } }, shop.now())
    }
  })
}

async function enqueueAll(shop: Shop, news: News[]) {
  if (news.length === 0) return
  await shop.write(async (tx) => {
    for (const each of news) await enqueue(tx, each, shop.now())
  })
}

/** Asks Zalo who has written or follows, where its event did not say. */
async function meetUsers({ read, write, zalo, now }: Shop) {
  for (const { oaUserId } of await unknownUsers(read)) {
    const detail = await zalo.oaUserDetail(oaUserId).catch((fault) => {
      if (!(fault instanceof ZaloFault)) throw fault
      return fault.kind === 'permanent' || fault.kind === 'recipient' ? { appUserId: undefined } : undefined
    })
    if (detail) await write((tx) => noteDetail(tx, oaUserId, detail.appUserId, now()))
  }
}

/** Refreshes the tokens in time, and tells when a person must give consent again: once, until it is mended. */
export async function watchConnection(shop: Shop, log: Log) {
  await shop.zalo.keepFresh().catch((fault) => {
    if (!(fault instanceof ZaloFault)) throw fault
  })
  const { oaId } = await shop.zaloSettings()
  const reason = (await standingOfTokens(shop.read, oaId))?.lostBecause ?? undefined
  if (reason && reason !== told.get(shop))
    log.error({ state: 'reauth_required', reason }, 'Zalo must be connected again')
  told.set(shop, reason)
}
const told = new WeakMap<Shop, string | undefined>()

/** Writes down the public holidays of the next year and more, for the owner to decide on. */
async function noteHolidays({ read, write, now }: Shop) {
  const { zone } = await shopOf(read)
  const missing = await missingHolidays(read, dayOf(now(), zone))
  if (missing.length) await write((tx) => addHolidays(tx, missing))
}

async function hourly(shop: Shop, log: Log) {
  await tendSegments(shop)
  const { zone } = await shopOf(shop.read)
  if (Math.floor(minuteOf(shop.now(), zone) / 60) === nightlyHour) await nightly(shop, log)
}

/** Proves the ledger, compares money with what it is for, and forgets what is kept for a while only. */
async function nightly(shop: Shop, log: Log) {
  const findings = await examine(shop.read)
  if (findings.length) log.error({ findings }, 'the doctor found something')
  const now = shop.now()
  for (const id of await straysOf(shop.read)) await shop.write((tx) => squareVisit(tx, id, now))
  const differences = (await differencesOf(shop.read, now)).map(({ why, id, vnd }) => ({ why, id, vnd }))
  if (differences.length) log.warn({ differences }, 'money differs from what it is for: the page of money tells')
  await shop.write(async (tx) => {
    await tx.delete(webhookEvents).where(lt(webhookEvents.receivedAt, new Date(now.getTime() - 14 * dayMs)))
    await tx.delete(sessions).where(lt(sessions.expiresAt, now))
    await tx.delete(accountSessions).where(lt(accountSessions.createdAt, new Date(now.getTime() - 7 * dayMs)))
    await tx.delete(rebookLinks).where(lt(rebookLinks.expiresAt, new Date(now.getTime() - 30 * dayMs)))
    await forgetUsedCodes(tx, now)
    await tx.delete(ownerLinks).where(lt(ownerLinks.expiresAt, now))
  })
}

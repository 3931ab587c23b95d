import { reachOf } from '../notifications/reach.ts'
import type { Shop } from '../shop.ts'
import { type Today, todayAt } from './conditions.ts'
import { followSome } from './follow-moves.ts'
import { followsDue } from './follows.ts'
import { giveSome, isGiving } from './give-campaign.ts'
import { scoresDue, writeScores } from './scores.ts'
import type { Segment } from './segments.ts'
import { changesOf, type Span, spanAfter, trackedSegments, trackSome } from './track.ts'

/** So many scores an act: nobody waits long behind it. */
const scoresAtOnce = 1000

/** Gives what campaigns have still to give, in steps, as others wait. */
export async function tendCampaigns({ read, write, fold, now, vault }: Shop) {
  if (!(await isGiving(read))) return
  const means = { reach: reachOf, sign: vault.sign }
  while (await write((tx) => giveSome(tx, means, now()))) await fold()
}

/** Scores everybody anew once a day, looks who has entered and left each segment, then does what follows. */
export async function tendSegments(shop: Shop) {
  const { read, write, fold, now } = shop
  const today = await todayAt(read, now())
  if (scored.get(shop) !== today.day) {
    const due = await scoresDue(read, today)
    for (let done = 0; done < due.length; done += scoresAtOnce) {
      await write((tx) => writeScores(tx, due.slice(done, done + scoresAtOnce)))
      await fold()
    }
    scored.set(shop, today.day)
  }
  await lookAt(shop, await trackedSegments(read), today)
  for (const id of await followsDue(read)) while (await write((tx) => followSome(tx, id, today))) await fold()
}
const scored = new WeakMap<Shop, number>()

/** Writes down who has entered and left some segments, of all customers. */
export async function lookAt({ read, write, fold }: Shop, some: Segment[], today: Today) {
  for (let span = await spanAfter(read, ''); span; span = await spanAfter(read, span.upTo)) {
    const people: Span = span
    for (const segment of some) {
      const { entered, left } = await changesOf(read, segment, today, people)
      if (entered.length + left.length > 0) await write((tx) => trackSome(tx, segment, today, people))
      await new Promise((resolve) => setImmediate(resolve)) // others are served between
    }
    await fold()
  }
}

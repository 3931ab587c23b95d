import { desc, eq, max } from 'drizzle-orm'
import { webhookEvents } from '../../drizzle/schema/index.ts'
import type { Piece, Standing } from '../../shared/zalo.ts'
import type { Shop } from '../shop.ts'
import { wordsOf, ZaloFault } from '../zalo/errors.ts'
import { standingOfTokens } from './tokens.ts'

type Words = readonly [vi: string, en: string]
type Tried = { standing: Standing; sentence: Words; at: Date | null }

/** Each piece of the connection, tried just now, with the sentence that mends it. Asks Zalo; takes as long as Zalo. */
export async function standingOf(shop: Shop): Promise<(Tried & { piece: Piece })[]> {
  const { zalo } = shop
  const tries: Record<Piece, () => Promise<Tried>> = {
    token: () => tried(['Kết nối còn hiệu lực.', 'The connection is good.'], () => token(shop)),
    oa: () =>
      tried(['Official Account trả lời:', 'The Official Account answers:'], async () => (await zalo.oaInfo()).name),
    templates: () => tried(['Số mẫu đọc được:', 'Templates that can be read:'], () => templateCount(shop)),
    webhook: () => webhook(shop),
    phone: () =>
      tried(['Zalo xác nhận được số điện thoại của khách.', 'Zalo can vouch for phone numbers.'], zalo.graphReach),
    checkout: () => checkout(shop),
  }
  return Promise.all((Object.keys(tries) as Piece[]).map(async (piece) => ({ piece, ...(await tries[piece]()) })))
}

async function tried(worked: Words, ask: () => Promise<unknown>): Promise<Tried> {
  try {
    const said = await ask()
    const [vi, en] = worked.map((words) => (words.endsWith(':') ? `${words} ${said}.` : words))
    return { standing: 'works', sentence: [vi!, en!], at: null }
  } catch (fault) {
    if (!(fault instanceof ZaloFault)) throw fault
    return { standing: 'broken', sentence: wordsOf(fault), at: null }
  }
}

async function token(shop: Shop) {
  await shop.zalo.keepFresh()
  const { oaId } = await shop.zaloSettings()
  if (!(await standingOfTokens(shop.read, oaId)))
    throw new ZaloFault('configuration', 'Cửa hàng chưa nối với Official Account.')
}

const templateCount = async ({ zalo }: Shop) => (await zalo.templates({ offset: 0, limit: 1 })).total

async function webhook({ read }: Shop): Promise<Tried> {
  const [last] = await read.select({ at: max(webhookEvents.receivedAt) }).from(webhookEvents)
  if (last?.at) return { standing: 'works', sentence: ['Zalo có báo tin về.', 'Zalo tells what happens.'], at: last.at }
  const sentence: Words = [
    'Chưa nhận được gì từ Zalo. Hãy điền địa chỉ webhook vào trang quản lý ứng dụng, rồi nhắn thử cho OA.',
    'Nothing has come from Zalo yet. Enter the webhook’s address in the app’s console, then write to the OA.',
  ]
  return { standing: 'unseen', sentence, at: null }
}

async function checkout(shop: Shop): Promise<Tried> {
  if ((await shop.zaloSettings()).checkoutKey)
    return tried(['Khóa Checkout đúng.', 'The Checkout key is right.'], shop.zalo.checkoutReach)
  const sentence: Words = [
    'Chưa điền khóa Checkout. Chỉ cần khi bán hàng thu tiền trong Mini App.',
    'No Checkout key is entered. It is needed only to take payments in the Mini App.',
  ]
  return { standing: 'unset', sentence, at: null }
}

/** Events that nobody knew what to do with, newest first. */
export const strangeEvents = (db: Shop['read'], state: 'strange' | 'failed') =>
  db
    .select()
    .from(webhookEvents)
    .where(eq(webhookEvents.state, state))
    .orderBy(desc(webhookEvents.receivedAt))
    .limit(50)

import { desc, eq, max } from 'drizzle-orm'
import { webhookEvents } from '../../drizzle/schema/index.ts'
import type { Piece, Standing } from '../../shared/zalo.ts'
import type { Shop } from '../shop.ts'
import { ZaloFault } from '../zalo/errors.ts'
import { standingOfTokens } from './tokens.ts'

export type PieceStanding = { piece: Piece; standing: Standing; sentence: string; at: Date | null }
type Tried = Omit<PieceStanding, 'piece'>

/** Each piece of the connection, tried just now, with the sentence that mends it. Asks Zalo; takes as long as Zalo. */
export async function standingOf(shop: Shop): Promise<PieceStanding[]> {
  const tries: Record<Piece, () => Promise<Tried>> = {
    token: () => tried('Kết nối còn hiệu lực.', () => token(shop)),
    oa: () => tried('Official Account trả lời.', async () => (await shop.zalo.oaInfo()).name),
    templates: () => tried('Đọc được mẫu tin.', () => templates(shop)),
    webhook: () => webhook(shop),
    phone: () => tried('Zalo xác nhận được số điện thoại của khách.', async () => void (await shop.zalo.graphReach())),
    checkout: () => checkout(shop),
  }
  return Promise.all((Object.keys(tries) as Piece[]).map(async (piece) => ({ piece, ...(await tries[piece]()) })))
}

async function tried(worked: string, ask: () => Promise<unknown>): Promise<Tried> {
  try {
    const said = await ask()
    return { standing: 'works', sentence: typeof said === 'string' ? `${worked} ${said}` : worked, at: null }
  } catch (fault) {
    if (!(fault instanceof ZaloFault)) throw fault
    return { standing: 'broken', sentence: fault.message, at: null }
  }
}

async function token(shop: Shop) {
  await shop.zalo.keepFresh()
  const { oaId } = await shop.zaloSettings()
  const kept = await standingOfTokens(shop.read, oaId)
  if (!kept) throw new ZaloFault('configuration', 'Cửa hàng chưa nối với Official Account.')
}

async function templates({ zalo }: Shop) {
  const { total } = await zalo.templates({ offset: 0, limit: 1 })
  return `Có ${total} mẫu.`
}

async function webhook({ read }: Shop): Promise<Tried> {
  const [last] = await read.select({ at: max(webhookEvents.receivedAt) }).from(webhookEvents)
  if (last?.at) return { standing: 'works', sentence: 'Zalo có báo tin về.', at: last.at }
  const sentence =
    'Chưa nhận được gì từ Zalo. Hãy điền địa chỉ webhook vào trang quản lý ứng dụng, rồi nhắn thử cho OA.'
  return { standing: 'unseen', sentence, at: null }
}

async function checkout(shop: Shop): Promise<Tried> {
  if (!(await shop.zaloSettings()).checkoutKey)
    return {
      standing: 'unset',
      sentence: 'Chưa điền khóa Checkout. Chỉ cần khi bán hàng thu tiền trong Mini App.',
      at: null,
    }
  return tried('Khóa Checkout đúng.', async () => void (await shop.zalo.checkoutReach()))
}

/** Events that nobody knew what to do with, newest first. */
export const strangeEvents = (db: Shop['read'], state: 'strange' | 'failed') =>
  db
    .select()
    .from(webhookEvents)
    .where(eq(webhookEvents.state, state))
    .orderBy(desc(webhookEvents.receivedAt))
    .limit(50)

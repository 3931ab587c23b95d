import { hc, type InferResponseType } from 'hono/client'
import type { ShopperApi } from '../server/api.ts'
import { apiRoot } from './host.ts'
import { languageNow } from './language.ts'
import { Problem } from './problem.ts'
import { signedFetch } from './session.ts'

/** What anybody may ask: the shop and its free times are shown before Zalo has said who is there. */
export const openApi = hc<ShopperApi>(apiRoot, { headers: () => ({ 'accept-language': languageNow() }) })

export const api = hc<ShopperApi>(apiRoot, { fetch: signedFetch })

export type Shop = InferResponseType<typeof openApi.shop.$get, 200>
export type Service = Shop['services'][number]
export type Staff = Shop['staff'][number]
export type Me = InferResponseType<typeof api.me.$get, 200>
export type Booking = InferResponseType<typeof api.bookings.$get, 200>[number]
export type Points = InferResponseType<typeof api.points.$get, 200>
export type DayOfSlots = InferResponseType<typeof api.slots.days.$get, 200>[number]
export type Slot = InferResponseType<typeof api.slots.$get, 200>[number]

type Told = { ok: boolean; status: number; json(): Promise<unknown> }

/** The answer itself; a `Problem` with the server's sentence where it said no. */
export async function answerOf<R extends Told>(asked: Promise<R>): Promise<Awaited<ReturnType<R['json']>>> {
  const told = await Promise.race([asked, tooLate()])
  if (told.ok) return (await told.json()) as Awaited<ReturnType<R['json']>>
  const { code, detail } = (await told.json().catch(() => ({}))) as { code?: string; detail?: string }
  if (told.status === 404) throw new Problem('not_found', code, detail)
  throw told.status < 500 && detail ? new Problem('refusal', code, detail) : new Problem('fault', code)
}

/** Repeating is safe, since whatever may be sent twice carries its id. */
const tooLate = () => new Promise<never>((_, fail) => setTimeout(() => fail(new Problem('slow')), 25_000))

/** For requests that a screen gives up when it goes. */
export const until = (signal: AbortSignal) => ({ init: { signal } })

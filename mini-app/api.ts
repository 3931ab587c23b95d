import { hc, type InferRequestType, type InferResponseType } from 'hono/client'
import type { ShopperApi } from '../server/api.ts'
import { apiRoot } from './host.ts'
import { languageNow } from './language.ts'
import { signedFetch } from './session.ts'

/** What anybody may ask: the shop is shown before Zalo has said who is there. */
export const openApi = hc<ShopperApi>(apiRoot, { headers: () => ({ 'accept-language': languageNow() }) })

export const api = hc<ShopperApi>(apiRoot, { fetch: signedFetch })

export type Shop = InferResponseType<typeof openApi.shop.$get, 200>
export type Service = Shop['services'][number]
export type Staff = Shop['staff'][number]
export type Product = InferResponseType<typeof openApi.products.$get, 200>[number]
export type Me = InferResponseType<typeof api.me.$get, 200>
export type Booking = InferResponseType<typeof api.bookings.$get, 200>[number]
export type Points = InferResponseType<typeof api.points.$get, 200>
export type Wallets = InferResponseType<typeof api.wallets.$get, 200>
export type Entry = Points['entries'][number]
export type Why = InferResponseType<(typeof api.points.entries)[':id']['$get'], 200>
export type Voucher = Points['vouchers'][number]
export type Invitation = InferResponseType<typeof api.me.invite.$get, 200>
export type Claimed = InferResponseType<typeof api.claims.$post, 200>
export type Wait = InferResponseType<typeof api.waitlist.$get, 200>[number]
export type Place = InferResponseType<typeof api.queue.$get, 200>
export type Hold = InferResponseType<typeof api.holds.$post, 201>
export type DepositAsked = NonNullable<Hold['deposit']>
export type Payment = InferResponseType<(typeof api.payments)[':id']['$get'], 200>
export type OrderWays = InferResponseType<typeof api.orders.ways.$get, 200>
export type OrderQuote = InferResponseType<typeof api.orders.quote.$post, 200>
export type OrderWish = InferRequestType<typeof api.orders.$post>['json']
export type OrderRow = InferResponseType<typeof api.orders.$get, 200>[number]
export type Order = InferResponseType<(typeof api.orders)[':id']['$get'], 200>
export type OrderedAgain = InferResponseType<(typeof api.orders)[':id']['again']['$get'], 200>
export type PickupTime = InferResponseType<(typeof openApi)['pickup-times']['$get'], 200>[number]
export type DayOfSlots = InferResponseType<typeof api.slots.days.$get, 200>[number]

/** For requests that a screen gives up when it goes. */
export const until = (signal: AbortSignal) => ({ init: { signal } })

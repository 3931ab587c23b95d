import { type ComponentType, lazy } from 'react'
import { Home } from './screens/home/home.tsx'

export type ScreenProps = { params: Record<string, string>; query: URLSearchParams }
type Route = { path: string; Screen: ComponentType<ScreenProps>; bar?: boolean }

const loads: (() => Promise<unknown>)[] = []

function late(load: () => Promise<ComponentType<ScreenProps>>) {
  loads.push(load)
  return lazy(async () => ({ default: await load() }))
}

const Book = late(() => import('./screens/book/book.tsx').then((file) => file.Book))
const Feedback = late(() => import('./screens/feedback/feedback.tsx').then((file) => file.Feedback))

/** Every screen there is, and whether it is one of those above the bottom bar. */
export const routes: Route[] = [
  { path: '/', Screen: Home, bar: true },
  {
    path: '/services',
    Screen: late(() => import('./screens/services/services.tsx').then((file) => file.Services)),
    bar: true,
  },
  { path: '/book', Screen: Book },
  {
    path: '/book/add',
    Screen: late(() => import('./screens/book/add-service.tsx').then((file) => file.AddService)),
  },
  {
    path: '/book/confirm',
    Screen: late(() => import('./screens/book/confirm.tsx').then((file) => file.Confirm)),
  },
  { path: '/book/:serviceId', Screen: Book },
  {
    path: '/bookings',
    Screen: late(() => import('./screens/bookings/bookings.tsx').then((file) => file.Bookings)),
  },
  {
    path: '/bookings/:id',
    Screen: late(() => import('./screens/bookings/booking.tsx').then((file) => file.Booking)),
  },
  {
    path: '/bookings/:id/done',
    Screen: late(() => import('./screens/book/done.tsx').then((file) => file.Done)),
  },
  {
    path: '/bookings/:id/move',
    Screen: late(() => import('./screens/bookings/move.tsx').then((file) => file.Move)),
  },
  {
    path: '/bookings/:id/keep',
    Screen: late(() => import('./screens/bookings/keep.tsx').then((file) => file.Keep)),
  },
  {
    path: '/waitlist/:id',
    Screen: late(() => import('./screens/waitlist/offer.tsx').then((file) => file.Offer)),
  },
  {
    path: '/rebook/:token',
    Screen: late(() => import('./screens/rebook/rebook.tsx').then((file) => file.Rebook)),
  },
  {
    path: '/check-in',
    Screen: late(() => import('./screens/check-in/check-in.tsx').then((file) => file.CheckIn)),
  },
  { path: '/claim/:token', Screen: late(() => import('./screens/claim/claim.tsx').then((file) => file.Claim)) },
  { path: '/owner', Screen: late(() => import('./screens/me/to-admin.tsx').then((file) => file.ToAdmin)) },
  { path: '/invite', Screen: late(() => import('./screens/invite/invite.tsx').then((file) => file.Invite)) },
  { path: '/points', Screen: late(() => import('./screens/points/points.tsx').then((file) => file.Points)), bar: true },
  {
    path: '/points/entries/:id',
    Screen: late(() => import('./screens/points/entry.tsx').then((file) => file.Entry)),
  },
  {
    path: '/wallets/:wallet',
    Screen: late(() => import('./screens/wallets/wallet-history.tsx').then((file) => file.WalletHistory)),
  },
  { path: '/pay/:id', Screen: late(() => import('./screens/pay/pay.tsx').then((file) => file.Pay)) },
  { path: '/feedback', Screen: Feedback },
  { path: '/feedback/:booking', Screen: Feedback },
  { path: '/shop', Screen: late(() => import('./screens/shop/shop.tsx').then((file) => file.Shop)) },
  { path: '/shop/:id', Screen: late(() => import('./screens/shop/product.tsx').then((file) => file.ProductScreen)) },
  { path: '/basket', Screen: late(() => import('./screens/shop/basket.tsx').then((file) => file.BasketScreen)) },
  { path: '/checkout', Screen: late(() => import('./screens/checkout/checkout.tsx').then((file) => file.Checkout)) },
  { path: '/orders', Screen: late(() => import('./screens/orders/orders.tsx').then((file) => file.Orders)) },
  { path: '/orders/:id', Screen: late(() => import('./screens/orders/order.tsx').then((file) => file.OrderScreen)) },
  {
    path: '/orders/:id/change',
    Screen: late(() => import('./screens/orders/change-order.tsx').then((file) => file.ChangeOrder)),
  },
  { path: '/me', Screen: late(() => import('./screens/me/me.tsx').then((file) => file.Me)), bar: true },
]

/** Fetches the other screens while the reader looks at the first, so that they open at once, without a network too. */
export const fetchScreens = () => {
  for (const load of loads) load().catch(() => {})
}

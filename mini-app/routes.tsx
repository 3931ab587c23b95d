import { type ComponentType, lazy } from 'react'
import { Home } from './screens/home/home.tsx'

export type ScreenProps = { params: Record<string, string>; query: URLSearchParams }
type Route = { path: string; Screen: ComponentType<ScreenProps>; bar?: boolean }

const loads: (() => Promise<unknown>)[] = []

function late(load: () => Promise<ComponentType<ScreenProps>>) {
  loads.push(load)
  return lazy(async () => ({ default: await load() }))
}

const Feedback = late(() => import('./screens/feedback/feedback.tsx').then((file) => file.Feedback))

/** Every screen there is, and whether it is one of those above the bottom bar. */
export const routes: Route[] = [
  { path: '/', Screen: Home, bar: true },
  {
    path: '/services',
    Screen: late(() => import('./screens/services/services.tsx').then((file) => file.Services)),
    bar: true,
  },
  {
    path: '/book/:serviceId',
    Screen: late(() => import('./screens/book/choose-time.tsx').then((file) => file.ChooseTime)),
  },
  {
    path: '/book/:serviceId/confirm',
    Screen: late(() => import('./screens/book/confirm.tsx').then((file) => file.Confirm)),
  },
  { path: '/bookings', Screen: late(() => import('./screens/bookings/bookings.tsx').then((file) => file.Bookings)) },
  { path: '/bookings/:id/done', Screen: late(() => import('./screens/book/done.tsx').then((file) => file.Done)) },
  { path: '/points', Screen: late(() => import('./screens/points/points.tsx').then((file) => file.Points)), bar: true },
  { path: '/feedback', Screen: Feedback },
  { path: '/feedback/:booking', Screen: Feedback },
  { path: '/me', Screen: late(() => import('./screens/me/me.tsx').then((file) => file.Me)), bar: true },
]

/** Fetches the other screens while the reader looks at the first, so that they open at once, without a network too. */
export const fetchScreens = () => {
  for (const load of loads) load().catch(() => {})
}

import { daily } from './menu/daily.ts'
import { screen } from './menu/page.ts'
import { regulars } from './menu/regulars.ts'
import { shop } from './menu/shop.ts'

/** Every page once, part by part of the menu. */
export const pages = [...daily, ...regulars, ...shop] as const

/** No page of the menu: Zalo's consent page leads here. */
export const ConnectedScreen = screen(() => import('./screens/official-account/connected.tsx'), 'Connected')
/** Nor this: the calendar leads here. */
export const PrintDayScreen = screen(() => import('./screens/booking/calendar/print.tsx'), 'PrintDay')
/** Nor this: the customers and the rules of points lead here. */
export const ImportScreen = screen(() => import('./screens/imports/import.tsx'), 'ImportScreen')

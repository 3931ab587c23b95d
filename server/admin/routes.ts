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
/** Nor this: a message leads to one suggestion. */
export const SuggestionsScreen = screen(() => import('./screens/owner-messages/suggestions.tsx'), 'SuggestionsScreen')
/** Nor this: the customers and the rules of points lead here. */
export const ImportScreen = screen(() => import('./screens/imports/import.tsx'), 'ImportScreen')
/** Nor these: the figures lead to each other. */
export const figurePages = [
  {
    path: '/insights/cohorts',
    Screen: screen(() => import('./screens/insights/cohorts.tsx'), 'CohortsScreen'),
  },
  {
    path: '/insights/visits',
    Screen: screen(() => import('./screens/insights/visits.tsx'), 'VisitFiguresScreen'),
  },
  {
    path: '/insights/programme',
    Screen: screen(() => import('./screens/insights/programme.tsx'), 'ProgrammeFiguresScreen'),
  },
  {
    path: '/insights/report',
    Screen: screen(() => import('./screens/insights/report.tsx'), 'ReportScreen'),
  },
  {
    path: '/insights/customers',
    Screen: screen(() => import('./screens/insights/behind.tsx'), 'BehindScreen'),
  },
]

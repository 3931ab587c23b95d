import {
  IconBuildingStore,
  IconCalendar,
  IconCalendarShare,
  IconCalendarWeek,
  IconCards,
  IconCash,
  IconClock,
  IconCoin,
  IconCoins,
  IconGift,
  IconHistory,
  IconHourglass,
  IconKey,
  IconMessage,
  IconPackage,
  IconPlug,
  IconQrcode,
  IconReportMoney,
  IconScan,
  IconScissors,
  IconStar,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import { type ComponentType, lazy } from 'react'
import type { Role } from '../../shared/staff.ts'

function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] }))
}

/** Every page once: its part of the menu, its address, the least role that may open it, its screen. The first four lead on a phone. */
export const pages = [
  {
    name: 'today',
    part: 'daily',
    path: '/',
    role: 'staff',
    icon: IconCalendar,
    Screen: screen(() => import('./screens/booking/today.tsx'), 'TodayScreen'),
  },
  {
    name: 'scan',
    part: 'daily',
    path: '/scan',
    role: 'staff',
    icon: IconScan,
    Screen: screen(() => import('./screens/scan/scan.tsx'), 'ScanScreen'),
  },
  {
    name: 'calendar',
    part: 'daily',
    path: '/calendar',
    role: 'staff',
    icon: IconCalendarWeek,
    Screen: screen(() => import('./screens/booking/calendar/calendar.tsx'), 'CalendarScreen'),
  },
  {
    name: 'customers',
    part: 'daily',
    path: '/customers',
    role: 'staff',
    icon: IconUsers,
    Screen: screen(() => import('./screens/customers/customers.tsx'), 'Customers'),
  },
  {
    name: 'money',
    part: 'daily',
    path: '/money',
    role: 'staff',
    icon: IconCash,
    Screen: screen(() => import('./screens/payments/money.tsx'), 'MoneyScreen'),
  },
  {
    name: 'feedback',
    part: 'daily',
    path: '/feedback',
    role: 'staff',
    icon: IconStar,
    Screen: screen(() => import('./screens/feedback/feedback.tsx'), 'FeedbackScreen'),
  },
  {
    name: 'messages',
    part: 'daily',
    path: '/messages',
    role: 'staff',
    icon: IconMessage,
    Screen: screen(() => import('./screens/notifications/messages.tsx'), 'Messages'),
  },
  {
    name: 'waitlist',
    part: 'daily',
    path: '/waitlist',
    role: 'staff',
    icon: IconHourglass,
    Screen: screen(() => import('./screens/booking/waitlist.tsx'), 'WaitlistScreen'),
  },
  {
    name: 'offers',
    part: 'regulars',
    path: '/offers',
    role: 'manager',
    icon: IconGift,
    Screen: screen(() => import('./screens/offers/offers.tsx'), 'Offers'),
  },
  {
    name: 'cards',
    part: 'regulars',
    path: '/cards',
    role: 'manager',
    icon: IconCards,
    Screen: screen(() => import('./screens/cards/cards.tsx'), 'CardsScreen'),
  },
  {
    name: 'programme',
    part: 'regulars',
    path: '/programme',
    role: 'staff',
    icon: IconCoins,
    Screen: screen(() => import('./screens/loyalty/programme.tsx'), 'ProgrammeScreen'),
  },
  {
    name: 'held',
    part: 'regulars',
    path: '/held',
    role: 'manager',
    icon: IconCoin,
    Screen: screen(() => import('./screens/loyalty/held.tsx'), 'HeldScreen'),
  },
  {
    name: 'liability',
    part: 'regulars',
    path: '/liability',
    role: 'manager',
    icon: IconReportMoney,
    Screen: screen(() => import('./screens/loyalty/liability.tsx'), 'LiabilityScreen'),
  },
  {
    name: 'services',
    part: 'shop',
    path: '/services',
    role: 'manager',
    icon: IconScissors,
    Screen: screen(() => import('./screens/catalog/services.tsx'), 'Services'),
  },
  {
    name: 'products',
    part: 'shop',
    path: '/products',
    role: 'staff',
    icon: IconPackage,
    Screen: screen(() => import('./screens/products/products.tsx'), 'ProductsScreen'),
  },
  {
    name: 'staff',
    part: 'shop',
    path: '/staff',
    role: 'manager',
    icon: IconUsersGroup,
    Screen: screen(() => import('./screens/catalog/staff-members.tsx'), 'StaffMembers'),
  },
  {
    name: 'hours',
    part: 'shop',
    path: '/hours',
    role: 'manager',
    icon: IconClock,
    Screen: screen(() => import('./screens/catalog/hours.tsx'), 'HoursScreen'),
  },
  {
    name: 'settings',
    part: 'shop',
    path: '/settings',
    role: 'manager',
    icon: IconBuildingStore,
    Screen: screen(() => import('./screens/catalog/settings.tsx'), 'SettingsScreen'),
  },
  {
    name: 'doorCode',
    part: 'shop',
    path: '/door-code',
    role: 'manager',
    icon: IconQrcode,
    Screen: screen(() => import('./screens/booking/door-code.tsx'), 'DoorCodeScreen'),
  },
  {
    name: 'calendarFeeds',
    part: 'shop',
    path: '/calendar-feeds',
    role: 'manager',
    icon: IconCalendarShare,
    Screen: screen(() => import('./screens/booking/calendar-feeds.tsx'), 'CalendarFeedsScreen'),
  },
  {
    name: 'zalo',
    part: 'shop',
    path: '/zalo',
    role: 'manager',
    icon: IconPlug,
    Screen: screen(() => import('./screens/official-account/zalo.tsx'), 'ZaloScreen'),
  },
  {
    name: 'accounts',
    part: 'shop',
    path: '/accounts',
    role: 'owner',
    icon: IconKey,
    Screen: screen(() => import('./screens/staff/accounts.tsx'), 'Accounts'),
  },
  {
    name: 'audit',
    part: 'shop',
    path: '/audit',
    role: 'owner',
    icon: IconHistory,
    Screen: screen(() => import('./screens/staff/audit.tsx'), 'Audit'),
  },
] as const satisfies {
  name: string
  part: string
  path: string
  role: Role
  icon: ComponentType
  Screen: ComponentType
}[]

/** No page of the menu: Zalo's consent page leads here. */
export const ConnectedScreen = screen(() => import('./screens/official-account/connected.tsx'), 'Connected')
/** Nor this: the calendar leads here. */
export const PrintDayScreen = screen(() => import('./screens/booking/calendar/print.tsx'), 'PrintDay')
/** Nor this: the customers and the rules of points lead here. */
export const ImportScreen = screen(() => import('./screens/imports/import.tsx'), 'ImportScreen')

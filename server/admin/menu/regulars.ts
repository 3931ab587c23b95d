import { IconCards, IconCoin, IconCoins, IconGift, IconReportMoney } from '@tabler/icons-react'
import { type MenuPage, screen } from './page.ts'

/** What turns visitors into regulars. */
export const regulars = [
  {
    name: 'offers',
    part: 'regulars',
    path: '/offers',
    role: 'manager',
    icon: IconGift,
    Screen: screen(() => import('../screens/offers/offers.tsx'), 'Offers'),
  },
  {
    name: 'cards',
    part: 'regulars',
    path: '/cards',
    role: 'manager',
    icon: IconCards,
    Screen: screen(() => import('../screens/cards/cards.tsx'), 'CardsScreen'),
  },
  {
    name: 'programme',
    part: 'regulars',
    path: '/programme',
    role: 'staff',
    icon: IconCoins,
    Screen: screen(() => import('../screens/loyalty/programme.tsx'), 'ProgrammeScreen'),
  },
  {
    name: 'held',
    part: 'regulars',
    path: '/held',
    role: 'manager',
    icon: IconCoin,
    Screen: screen(() => import('../screens/loyalty/held.tsx'), 'HeldScreen'),
  },
  {
    name: 'liability',
    part: 'regulars',
    path: '/liability',
    role: 'manager',
    icon: IconReportMoney,
    Screen: screen(() => import('../screens/loyalty/liability.tsx'), 'LiabilityScreen'),
  },
] as const satisfies MenuPage[]

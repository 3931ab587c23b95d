import { useSyncExternalStore } from 'react'
import { en as enMost } from './en.ts'
import { enBatches } from './en-batches.ts'
import { enCards } from './en-cards.ts'
import { enConnections } from './en-connections.ts'
import { enDeposits } from './en-deposits.ts'
import { enDifferences } from './en-differences.ts'
import { enFriends } from './en-friends.ts'
import { enImports } from './en-imports.ts'
import { enInsights } from './en-insights.ts'
import { enMoney } from './en-money.ts'
import { enOffers } from './en-offers.ts'
import { enOrders } from './en-orders.ts'
import { enOwner } from './en-owner.ts'
import { enPayback } from './en-payback.ts'
import { enPhotos } from './en-photos.ts'
import { enPoints } from './en-points.ts'
import { enProducts } from './en-products.ts'
import { enProfile } from './en-profile.ts'
import { enQuestions } from './en-questions.ts'
import { enSale } from './en-sale.ts'
import { enScan } from './en-scan.ts'
import { enSegments } from './en-segments.ts'
import { enTill } from './en-till.ts'
import { vi as viMost } from './vi.ts'
import { viBatches } from './vi-batches.ts'
import { viCards } from './vi-cards.ts'
import { viConnections } from './vi-connections.ts'
import { viDeposits } from './vi-deposits.ts'
import { viDifferences } from './vi-differences.ts'
import { viFriends } from './vi-friends.ts'
import { viImports } from './vi-imports.ts'
import { viInsights } from './vi-insights.ts'
import { viMoney } from './vi-money.ts'
import { viOffers } from './vi-offers.ts'
import { viOrders } from './vi-orders.ts'
import { viOwner } from './vi-owner.ts'
import { viPayback } from './vi-payback.ts'
import { viPhotos } from './vi-photos.ts'
import { viPoints } from './vi-points.ts'
import { viProducts } from './vi-products.ts'
import { viProfile } from './vi-profile.ts'
import { viQuestions } from './vi-questions.ts'
import { viSale } from './vi-sale.ts'
import { viScan } from './vi-scan.ts'
import { viSegments } from './vi-segments.ts'
import { viTill } from './vi-till.ts'

const vi = {
  ...viMost,
  ...viBatches,
  ...viCards,
  ...viDeposits,
  ...viFriends,
  ...viPhotos,
  ...viPoints,
  ...viOffers,
  ...viScan,
  ...viImports,
  ...viInsights,
  ...viProducts,
  ...viQuestions,
  ...viOrders,
  ...viOwner,
  ...viSale,
  ...viSegments,
  ...viConnections,
  ...viTill,
  ...viMoney,
  ...viPayback,
  ...viDifferences,
  ...viProfile,
}
const en: Words = {
  ...enMost,
  ...enBatches,
  ...enCards,
  ...enDeposits,
  ...enFriends,
  ...enPhotos,
  ...enPoints,
  ...enOffers,
  ...enScan,
  ...enImports,
  ...enInsights,
  ...enProducts,
  ...enQuestions,
  ...enOrders,
  ...enOwner,
  ...enSale,
  ...enSegments,
  ...enConnections,
  ...enTill,
  ...enMoney,
  ...enPayback,
  ...enDifferences,
  ...enProfile,
}

export type Words = typeof vi
export type Language = 'vi' | 'en'

const kept = 'khach-quen.language'
const listeners = new Set<() => void>()
let chosen: Language = localStorage.getItem(kept) === 'en' ? 'en' : 'vi'
document.documentElement.lang = chosen

export const language = () => chosen
export const words = (): Words => (chosen === 'en' ? en : vi)

export function chooseLanguage(next: Language) {
  chosen = next
  localStorage.setItem(kept, next)
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}

export function useWords(): Words {
  return useSyncExternalStore(subscribe, words)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

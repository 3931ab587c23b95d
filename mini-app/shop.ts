import { createContext, useContext } from 'react'
import type { Shop } from './api.ts'

const ShopContext = createContext<Shop | undefined>(undefined)

export const ShopIs = ShopContext.Provider

export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('no shop around this screen')
  return shop
}

import { createContext, useContext } from 'react'
import type { Shop } from './api.ts'

/** Where the shop is kept between openings. It is called otherwise whenever screens come to need more of it. */
export const shopKept = 'shop.4'

const ShopContext = createContext<Shop | undefined>(undefined)

export const ShopIs = ShopContext.Provider

export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('no shop around this screen')
  return shop
}

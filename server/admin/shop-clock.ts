let aheadMs = 0

/** How late it is for the shop, which may be another time than the browser's: in the demo one travels in time. */
export const shopNow = () => Date.now() + aheadMs

/** The server just said how late it is. */
export function setShopClock(now: string) {
  aheadMs = Date.parse(now) - Date.now()
}

import { useInterval } from '@mantine/hooks'
import { useState } from 'react'
import { shopNow } from '../shop-clock.ts'

/** The shop's time, looked at again every 15 seconds. */
export function useNow(): number {
  const [now, setNow] = useState(shopNow)
  useInterval(() => setNow(shopNow()), 15_000, { autoInvoke: true })
  return now
}

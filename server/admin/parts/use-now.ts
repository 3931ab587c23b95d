import { useInterval } from '@mantine/hooks'
import { useState } from 'react'

/** The time, looked at again every 15 seconds. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useInterval(() => setNow(Date.now()), 15_000, { autoInvoke: true })
  return now
}

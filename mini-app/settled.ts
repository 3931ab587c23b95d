import { useEffect, useState } from 'react'

const restMs = 250

/** What a value has become once it stays as it is for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const soon = setTimeout(() => settle(value), restMs)
    return () => clearTimeout(soon)
  }, [value])
  return settled ?? value
}

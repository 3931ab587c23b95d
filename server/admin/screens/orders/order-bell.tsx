import { VisuallyHidden } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useWords } from '../../words/words.ts'
import { readyBell, ringBell } from './bell-sound.ts'
import { polled } from './polled.ts'
import { unseenOrders } from './use-unseen.ts'

/** On every page: listens for new orders, rings, and says it to those who do not see the menu. */
export function OrderBell() {
  const { orders: words } = useWords()
  const count = useQuery({ ...unseenOrders, ...polled }).data?.count
  const before = useRef<number>(undefined)
  useWindowEvent('pointerdown', readyBell)
  useWindowEvent('keydown', readyBell)
  useEffect(() => {
    if (count === undefined) return
    if (before.current !== undefined && count > before.current) ringBell()
    before.current = count
  }, [count])
  return (
    <VisuallyHidden role="status" aria-label={words.sound}>
      {count ? words.unseenCount(count) : ''}
    </VisuallyHidden>
  )
}

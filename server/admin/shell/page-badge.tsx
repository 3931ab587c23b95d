import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { Tag } from '../parts/tag.tsx'
import { useHeld } from '../screens/loyalty/use-held.ts'
import { useUnseen } from '../screens/orders/use-unseen.ts'
import { useDifferences } from '../screens/payments/use-differences.ts'
import { useWords } from '../words/words.ts'
import css from './shell.module.css'

const counts: Record<string, () => ReactNode> = { orders: UnseenCount, money: MoneyCount, held: HeldCount }

/** How much waits on a page of the menu: points to decide on, orders nobody has looked at, money to see to. */
export function PageBadge({ name }: { name: string }) {
  const Counted = counts[name]
  return Counted ? <Counted /> : null
}

export function UnseenCount() {
  const { orders } = useWords()
  const count = useUnseen()
  return <Count n={count} said={orders.unseenCount(count)} />
}

function MoneyCount() {
  const { differences } = useWords()
  const count = useDifferences().data?.waiting ?? 0
  return <Count n={count} said={differences.waiting(count)} />
}

function HeldCount() {
  const { held } = useWords()
  const count = useHeld().data?.length ?? 0
  return <Count n={count} said={held.waiting(count)} />
}

function Count({ n, said }: { n: number; said: string }) {
  if (n === 0) return null
  return (
    <span className={css.count}>
      <Tag tone="warn">
        <span aria-hidden>{n}</span>
        <VisuallyHidden>{said}</VisuallyHidden>
      </Tag>
    </span>
  )
}

import { VisuallyHidden } from '@mantine/core'
import { Tag } from '../parts/tag.tsx'
import { useHeld } from '../screens/loyalty/use-held.ts'
import { useWords } from '../words/words.ts'
import css from './shell.module.css'

/** How much waits on a page of the menu; only points that wait are counted there. */
export const PageBadge = ({ name }: { name: string }) => (name === 'held' ? <HeldCount /> : null)

function HeldCount() {
  const { held } = useWords()
  const count = useHeld().data?.length ?? 0
  if (count === 0) return null
  return (
    <span className={css.count}>
      <Tag tone="warn">
        <span aria-hidden>{count}</span>
        <VisuallyHidden>{held.waiting(count)}</VisuallyHidden>
      </Tag>
    </span>
  )
}

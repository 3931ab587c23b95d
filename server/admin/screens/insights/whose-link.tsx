import { Anchor } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Figure } from '../../../../shared/figures.ts'
import { useWords } from '../../words/words.ts'
import css from './insights.module.css'
import { useAsked } from './use-asked.ts'

/** To the customers whom a figure counts. */
export function WhoseLink({ which }: { which: Exclude<Figure, 'cohort'> }) {
  const { insights } = useWords()
  const { search } = useAsked()
  return (
    <Anchor component={Link} to={`/insights/customers?which=${which}&${search}`} size="sm" className={css.whose}>
      <IconUsers size={16} aria-hidden /> {insights.see[which]}
    </Anchor>
  )
}

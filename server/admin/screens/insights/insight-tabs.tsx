import { NavLink } from 'react-router'
import { useWords } from '../../words/words.ts'
import css from './insights.module.css'
import { useAsked } from './use-asked.ts'

const parts = { overview: '', cohorts: '/cohorts', visits: '/visits', programme: '/programme', report: '/report' }

/** The pages of figures, for the same days. */
export function InsightTabs() {
  const { insights } = useWords()
  const { search } = useAsked()
  return (
    <nav className={css.tabs} aria-label={insights.parts}>
      {Object.entries(parts).map(([name, path]) => (
        <NavLink key={name} end to={`/insights${path}?${search}`} className={css.tab}>
          {insights.partNames[name as keyof typeof parts]}
        </NavLink>
      ))}
    </nav>
  )
}

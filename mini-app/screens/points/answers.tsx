import type { Points } from '../../api.ts'
import { Link } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAsking } from './use-asking.ts'

/** The shop answered what somebody asked about an entry: the way there, one line each. */
export function Answers({ of }: { of: Points['answers'] }) {
  const words = useAsking().wrong
  if (of.length === 0) return null
  return (
    <ul className="entries">
      {of.map(({ id, entryId, words: asked }) => (
        <li key={id}>
          <Link className="entry" to={`/points/entries/${entryId}`}>
            <Icon name="message" size={20} />
            <span className="entry-words">
              <b>{words.answered}</b>
              <span className="small muted">{asked.length > 60 ? `${asked.slice(0, 60).trimEnd()}…` : asked}</span>
            </span>
            <Icon name="next" size={20} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

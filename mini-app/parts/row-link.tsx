import { Link } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import './row-link.css'

type RowLinkProps = { to: string; icon: IconName; title: string; more: string }

/** The way to something beside what the screen is about. */
export const RowLink = ({ to, icon, title, more }: RowLinkProps) => (
  <Link to={to} className="row-link">
    <Icon name={icon} />
    <span>
      <span className="strong">{title}</span>
      <span className="small muted">{more}</span>
    </span>
    <Icon name="next" size={20} />
  </Link>
)

import { useWords } from '../language.ts'
import './bottom-bar.css'
import { Link } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

const tabs: { to: string; name: 'home' | 'book' | 'points' | 'me'; icon: IconName }[] = [
  { to: '/', name: 'home', icon: 'home' },
  { to: '/services', name: 'book', icon: 'book' },
  { to: '/points', name: 'points', icon: 'gift' },
  { to: '/me', name: 'me', icon: 'user' },
]

export function BottomBar({ path }: { path: string }) {
  const words = useWords()
  return (
    <nav className="bottom-bar" aria-label={words.tabs.label}>
      {tabs.map(({ to, name, icon }) => (
        <Link key={to} to={to} className="bottom-tab" current={path === to}>
          <span className="bottom-tab-icon">
            <Icon name={icon} />
          </span>
          {words.tabs[name]}
        </Link>
      ))}
    </nav>
  )
}

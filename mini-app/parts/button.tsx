import type { ReactNode } from 'react'
import { addressOf, navigate } from '../router.ts'
import './button.css'
import { Icon, type IconName } from './icon.tsx'

type Look = 'main' | 'soft' | 'plain' | 'danger'
type Shared = { children: ReactNode; look?: Look; icon?: IconName | undefined; wide?: boolean }

const classOf = (look: Look, wide: boolean) => `button button-${look}${wide ? ' button-wide' : ''}`

type ButtonProps = Shared & { onPress?: () => void; submit?: boolean; busy?: boolean; disabled?: boolean }

/** Does something here. While it is busy it keeps its words and its place, and a second press does nothing. */
export function Button({ children, look = 'main', icon, wide = false, onPress, submit, busy, disabled }: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={classOf(look, wide)}
      onClick={onPress}
      aria-busy={busy || undefined}
      disabled={disabled}
    >
      {busy ? <span className="button-wheel" aria-hidden="true" /> : icon && <Icon name={icon} size={20} />}
      <span>{children}</span>
    </button>
  )
}

/** Goes to another screen of the app. */
export function LinkButton({ to, children, look = 'main', icon, wide = false }: Shared & { to: string }) {
  return (
    <Link to={to} className={classOf(look, wide)}>
      {icon && <Icon name={icon} size={20} />}
      <span>{children}</span>
    </Link>
  )
}

type LinkProps = { to: string; className?: string; current?: boolean; replace?: boolean; children: ReactNode }

export function Link({ to, className, current, replace = false, children }: LinkProps) {
  return (
    <a
      href={addressOf(to)}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        navigate(to, { replace })
      }}
    >
      {children}
    </a>
  )
}

import type { ReactNode } from 'react'
import './card.css'

type CardProps = { children: ReactNode; tone?: 'plain' | 'soft' | 'warning' }

export function Card({ children, tone = 'plain' }: CardProps) {
  return <div className={`card card-${tone}`}>{children}</div>
}

/** Something about which there is nothing yet, and what to do next. */
export function Empty({ title, words, children }: { title: string; words?: string; children?: ReactNode }) {
  return (
    <div className="card empty">
      <h2>{title}</h2>
      {words && <p className="muted">{words}</p>}
      {children}
    </div>
  )
}

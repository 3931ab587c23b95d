import type { ReactNode } from 'react'
import css from './tag.module.css'

export type Tone = 'quiet' | 'brand' | 'good' | 'warn' | 'bad'

/** A state in a word; the colour only repeats what the word says. */
export const Tag = ({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`${css.tag} ${css[tone] ?? ''}`}>{children}</span>
)

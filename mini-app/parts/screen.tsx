import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import { back } from '../router.ts'
import { useArrival } from './arrival.ts'
import { Icon } from './icon.tsx'
import './screen.css'

type ScreenProps = {
  title: string
  /** Where "back" goes for somebody who came straight here; without it the screen is one of the four. */
  above?: string
  /** The main act, kept within reach of the thumb. */
  foot?: ReactNode
  children: ReactNode
}

/** One screen: its title, its way back, its content, its main button. */
export function Screen({ title, above, foot, children }: ScreenProps) {
  const words = useWords()
  const heading = useArrival(title)
  return (
    <>
      <header className="screen-head">
        {above !== undefined && (
          <button type="button" className="screen-back" aria-label={words.back} onClick={() => back(above)}>
            <Icon name="back" />
          </button>
        )}
        <h1 ref={heading} tabIndex={-1} className="screen-title">
          {title}
        </h1>
      </header>
      <main className={foot ? 'screen-body screen-body-foot' : 'screen-body'}>
        {children}
        {foot && <div className="screen-foot">{foot}</div>}
      </main>
    </>
  )
}

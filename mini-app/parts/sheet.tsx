import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import './sheet.css'

type SheetProps = { title: string; onClose: () => void; children: ReactNode }

/** A small choice over the screen. Escape and a press beside it close it; focus stays in it and goes back afterwards. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const titleId = useId()
  const panel = useRef<HTMLDivElement>(null)

  // Wherever the focus is: a button that had it may just have given way to an answer. From the first picture on: an
  // effect after it would miss who presses at once.
  useLayoutEffect(() => {
    const onEscape = ({ key }: globalThis.KeyboardEvent) => key === 'Escape' && onClose()
    document.addEventListener('keydown', onEscape)
    return () => document.removeEventListener('keydown', onEscape)
  }, [onClose])

  useLayoutEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    document.body.style.overflow = 'hidden'
    return () => {
      document.body.style.overflow = ''
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  // The button that had the focus may have given way to an answer: who reads on with the keyboard stays inside.
  useLayoutEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus()
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Tab') return
    const stops = panel.current!.querySelectorAll<HTMLElement>('button, a, input, textarea')
    const [first, last] = [stops[0], stops[stops.length - 1]]
    if (event.shiftKey && (document.activeElement === first || document.activeElement === panel.current)) {
      event.preventDefault()
      last?.focus()
    } else if (!event.shiftKey && document.activeElement === last) {
      event.preventDefault()
      first?.focus()
    }
  }

  return (
    <div className="sheet">
      <div className="sheet-shade" onClick={onClose} aria-hidden="true" />
      <div
        ref={panel}
        className="sheet-panel"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </div>
  )
}

import { useRef, useState } from 'react'
import { useWords } from '../language.ts'
import { Icon } from './icon.tsx'
import './copy-row.css'

type CopyRowProps = { label: string; shown: string; value: string; under?: string | undefined }

/** One thing that another app must be told, and a button that copies it. */
export function CopyRow({ label, shown, value, under }: CopyRowProps) {
  const words = useWords()
  const text = useRef<HTMLElement>(null)
  const [isCopied, tell] = useState(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      tell(true)
    } catch {
      // A web view may forbid it; older ones copy what is selected.
      getSelection()?.selectAllChildren(text.current!)
      tell(document.execCommand('copy'))
    }
  }

  return (
    <div className="copy-row">
      <p className="copy-row-words">
        <span className="small">{label}</span>
        <b ref={text}>{shown}</b>
        {under && <span className="small">{under}</span>}
      </p>
      <button type="button" className="copy-row-button" aria-label={words.paying.copy(label)} onClick={copy}>
        <Icon name={isCopied ? 'check' : 'copy'} size={20} />
      </button>
      <span className="unseen" role="status">
        {isCopied && words.copied}
      </span>
    </div>
  )
}

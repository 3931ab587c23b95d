import { useId, useRef, useState } from 'react'
import { useWords } from '../language.ts'
import { Button } from './button.tsx'
import './field.css'

/** An address to be taken elsewhere by hand, where the app cannot open it. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const words = useWords()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [isCopied, tell] = useState(false)

  async function copy() {
    box.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      tell(true)
    } catch {
      // A web view may forbid it; older ones know this way, and the text stays selected in any case.
      tell(document.execCommand('copy'))
    }
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input ref={box} id={id} className="field-box" readOnly value={text} onFocus={() => box.current?.select()} />
      <Button look="soft" onPress={copy}>
        {words.copy}
      </Button>
      <p className="small" role="status">
        {isCopied && words.copied}
      </p>
    </div>
  )
}

import { useWords } from '../language.ts'
import './chips.css'

type StepperProps = { label: string; value: number; least: number; most: number; onChange: (value: number) => void }

/** A small number, up and down. */
export function Stepper({ label, value, least, most, onChange }: StepperProps) {
  const words = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend above
    <div className="stepper" role="group" aria-label={label}>
      <span className="stepper-label">{label}</span>
      <button type="button" aria-label={words.less} disabled={value <= least} onClick={() => onChange(value - 1)}>
        −
      </button>
      <output>{value}</output>
      <button type="button" aria-label={words.more} disabled={value >= most} onClick={() => onChange(value + 1)}>
        +
      </button>
    </div>
  )
}

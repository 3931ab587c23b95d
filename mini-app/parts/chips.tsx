import { useId } from 'react'
import './chips.css'

type ChipsProps<T extends string> = {
  label: string
  choices: { value: T; text: string; more?: string }[]
  chosen: T | undefined
  onChoose: (value: T) => void
}

/** One of a few. */
export function Chips<T extends string>({ label, choices, chosen, onChoose }: ChipsProps<T>) {
  const name = useId()
  return (
    <fieldset className="chips">
      <legend>{label}</legend>
      <div className="chips-row">
        {choices.map(({ value, text, more }) => (
          <label key={value} className={value === chosen ? 'choice choice-on' : 'choice'}>
            <input
              type="radio"
              name={name}
              className="unseen"
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            <span>{text}</span>
            {more && <span className="tiny">{more}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

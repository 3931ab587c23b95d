import { formatVnd } from '../../../shared/money.ts'
import type { Product } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Tick } from '../../parts/tick.tsx'

type Group = Product['options'][number]
type OptionChoiceProps = { group: Group; chosen: string[]; onChange: (chosen: string[]) => void }

/** So many of a group as it says; where one is the most, choosing another takes its place. */
export function OptionChoice({ group: { name, least, most, choices }, chosen, onChange }: OptionChoiceProps) {
  const words = useWords().shelf
  const own = choices.map(({ id }) => id).filter((id) => chosen.includes(id))
  const isFull = own.length >= most

  function turn(id: string, on: boolean) {
    const others = most === 1 ? chosen.filter((each) => !own.includes(each)) : chosen
    onChange(on ? [...others, id] : chosen.filter((each) => each !== id))
  }

  return (
    <fieldset className="chips">
      <legend>
        {name} <span className="muted">· {words.choose(least, Math.min(most, choices.length))}</span>
      </legend>
      <div className="ticks">
        {choices.map(({ id, name: choice, priceVnd }) => (
          <Tick
            key={id}
            text={choice}
            side={priceVnd > 0 && `+${formatVnd(priceVnd)}`}
            on={own.includes(id)}
            disabled={most > 1 && isFull && !own.includes(id)}
            onChange={(on) => turn(id, on)}
          />
        ))}
      </div>
    </fieldset>
  )
}

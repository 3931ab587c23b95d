import { formatVnd } from '../../../shared/money.ts'
import { type BasketLine, type Changed, mostOfOne } from '../../basket.ts'
import { useWords } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'
import { Stepper } from '../../parts/stepper.tsx'

type BasketLinesProps = {
  rows: { line: BasketLine; changed: Changed }[]
  onChange: (at: number, quantity: number) => void
  onRemove: (at: number) => void
}

export function BasketLines({ rows, onChange, onRemove }: BasketLinesProps) {
  const words = useWords().shelf
  return (
    <ul className="shelf-rows">
      {rows.map(({ line, changed }, at) => (
        <li key={[line.variantId, ...line.choiceIds, line.note].join()} className="basket-line">
          <div className="basket-line-head">
            <div>
              <p className="strong">{line.name}</p>
              {line.options.length > 0 && <p className="small muted">{line.options.join(' · ')}</p>}
              {line.note && <p className="small muted">{line.note}</p>}
              {changed && <p className="problem-line">{words.changed[changed]}</p>}
            </div>
            <button
              type="button"
              className="basket-remove"
              aria-label={words.remove(line.name)}
              onClick={() => onRemove(at)}
            >
              <Icon name="close" size={20} />
            </button>
          </div>
          <Stepper
            label={formatVnd(line.quantity * line.unitPriceVnd)}
            value={line.quantity}
            least={1}
            most={mostOfOne}
            onChange={(quantity) => onChange(at, quantity)}
          />
        </li>
      ))}
    </ul>
  )
}

import { formatVnd } from '../../shared/money.ts'
import { useWords } from '../language.ts'
import './order-lines.css'

type Line = {
  name: string
  options: { name: string }[]
  quantity: number
  unitPriceVnd: number
  note?: string
  returned?: number
}

/** What is in an order, each with what goes with it and what it comes to. `warnings` stand under the line they are of. */
export function OrderLines({ lines, warnings = [] }: { lines: Line[]; warnings?: (string | undefined)[] }) {
  const words = useWords().orders
  return (
    <ul className="order-lines">
      {lines.map(({ name, options, quantity, unitPriceVnd, note, returned = 0 }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be there twice
        <li key={i} className="order-line">
          <span className="order-line-count">{words.times(quantity)}</span>
          <div>
            <p className="strong">{name}</p>
            {options.length > 0 && <p className="small muted">{options.map((each) => each.name).join(' · ')}</p>}
            {note && <p className="small muted">{note}</p>}
            {returned > 0 && <p className="small order-line-returned">{words.returned(returned)}</p>}
            {warnings[i] && <p className="problem-line">{warnings[i]}</p>}
          </div>
          <span className="order-line-price">{formatVnd(quantity * unitPriceVnd)}</span>
        </li>
      ))}
    </ul>
  )
}

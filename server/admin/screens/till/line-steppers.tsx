import { formatVnd } from '../../../../shared/money.ts'
import { Entry } from '../../parts/entry.tsx'
import { Stepper } from '../../parts/stepper.tsx'
import { useWords } from '../../words/words.ts'
import { type BillLine, keyOf, withQuantity } from './bill-line.ts'

type Props = { lines: BillLine[]; onChange: (lines: BillLine[]) => void }

/** Lines of a bill, each with how many of it. */
export function LineSteppers({ lines, onChange }: Props) {
  const { orders: words } = useWords()
  return (
    <div>
      {lines.map((line) => {
        const { wanted, name, options, unitPriceVnd } = line
        const { quantity } = wanted
        return (
          <Entry
            key={keyOf(line)}
            title={name}
            value={
              <Stepper
                value={quantity}
                less={words.oneLess(name)}
                more={words.oneMore(name)}
                onChange={(n) => onChange(withQuantity(lines, keyOf(line), n))}
              />
            }
            under={[options, formatVnd(unitPriceVnd), quantity > 1 ? formatVnd(quantity * unitPriceVnd) : null]}
          />
        )
      })}
    </div>
  )
}

import { formatVnd } from '../../../../shared/money.ts'
import { Entry } from '../../parts/entry.tsx'
import { Stepper } from '../../parts/stepper.tsx'
import { useWords } from '../../words/words.ts'
import type { OrderLine } from './answers.ts'
import { shareOf } from './share.ts'

type Props = {
  lines: OrderLine[]
  pieces: Record<number, number>
  onChange: (pieces: Record<number, number>) => void
}

/** How many of each line come back; what came back before cannot come again. */
export function ReturnLines({ lines, pieces, onChange }: Props) {
  const { orders: words } = useWords()
  const left = lines.filter(({ quantity, returned }) => returned < quantity)
  return (
    <section aria-label={words.pieces}>
      {left.map((line) => {
        const { position, name, quantity, returned } = line
        const count = pieces[position] ?? 0
        return (
          <Entry
            key={position}
            title={name}
            value={
              <Stepper
                value={count}
                most={quantity - returned}
                less={words.oneLess(name)}
                more={words.oneMore(name)}
                onChange={(n) => onChange({ ...pieces, [position]: n })}
              />
            }
            under={[words.ofLeft(quantity - returned), count > 0 ? formatVnd(shareOf(line, count)) : null]}
          />
        )
      })}
    </section>
  )
}

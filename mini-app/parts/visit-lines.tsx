import { formatVnd } from '../../shared/money.ts'
import { minutesBetween, useDays } from '../days.ts'
import { useWords } from '../language.ts'
import './visit-lines.css'

export type VisitLine = {
  name: string
  staffName: string | undefined
  startsAt?: string
  minutes: number
  price: string
}

/** The services of a visit in their order, each with its person, time and price. */
export function VisitLines({ lines, total }: { lines: VisitLine[]; total: string }) {
  const words = useWords()
  const days = useDays()
  const several = lines.length > 1
  return (
    <div className="lines">
      <ol>
        {lines.map(({ name, staffName, startsAt, minutes, price }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same service may be there twice
          <li key={i} className="line">
            <span className="line-name">{name}</span>
            <span className="strong line-price">{price}</span>
            <span className="small muted line-more">
              {several && startsAt && `${days.clock(startsAt)} · `}
              {words.minutes(minutes)} · {staffName ? words.withWhom(staffName) : words.book.anyone}
            </span>
          </li>
        ))}
      </ol>
      {several && (
        <p className="line-total">
          <span>{words.book.total}</span>
          <b>{total}</b>
        </p>
      )}
    </div>
  )
}

type Part = { name: string; staffName: string; startsAt: string; endsAt: string; priceVnd: number }

export const linesOf = (parts: Part[]): VisitLine[] =>
  parts.map(({ name, staffName, startsAt, endsAt, priceVnd }) => ({
    ...{ name, staffName, startsAt },
    minutes: minutesBetween(startsAt, endsAt),
    price: formatVnd(priceVnd),
  }))

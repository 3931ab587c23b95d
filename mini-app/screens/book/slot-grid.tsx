import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import './slot-grid.css'

const parts = [
  { name: 'morning', untilHour: 12 },
  { name: 'afternoon', untilHour: 18 },
  { name: 'evening', untilHour: 24 },
] as const

/** Times to choose from, by part of the day. */
export function SlotGrid({ starts, onChoose }: { starts: string[]; onChoose: (startsAt: string) => void }) {
  const words = useWords()
  const days = useDays()
  const partOf = (at: string) => parts.find(({ untilHour }) => days.hour(at) < untilHour)?.name

  return parts.map(({ name }) => {
    const inPart = starts.filter((at) => partOf(at) === name)
    if (inPart.length === 0) return null
    return (
      <section key={name} className="slot-part">
        <h3>{words.book.parts[name]}</h3>
        <div className="slot-grid">
          {inPart.map((at) => (
            <button key={at} type="button" className="slot" onClick={() => onChoose(at)}>
              {days.clock(at)}
            </button>
          ))}
        </div>
      </section>
    )
  })
}

import type { PickupTime } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'

const parts = [
  { name: 'morning', untilHour: 12 },
  { name: 'afternoon', untilHour: 18 },
  { name: 'evening', untilHour: 24 },
] as const

/** The times of a day by its parts; one that takes no more says so. */
export function PickupGrid({ times, onChoose }: { times: PickupTime[]; onChoose: (at: string) => void }) {
  const words = useWords()
  const days = useDays()
  const partOf = (at: string) => parts.find(({ untilHour }) => days.hour(at) < untilHour)?.name
  return parts.map(({ name }) => {
    const some = times.filter(({ at }) => partOf(at) === name)
    if (some.length === 0) return null
    return (
      <fieldset key={name} className="pickup-part">
        <legend className="pickup-part-name">{words.book.parts[name]}</legend>
        <div className="pickup-grid">
          {some.map(({ at, left }) => (
            <button key={at} type="button" className="pickup-time" disabled={left === 0} onClick={() => onChoose(at)}>
              {days.clock(at)}
              {left === 0 && <span className="tiny">{words.checkout.full}</span>}
            </button>
          ))}
        </div>
      </fieldset>
    )
  })
}

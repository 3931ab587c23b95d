import { useEffect, useRef } from 'react'
import type { DayOfSlots } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import './day-strip.css'

type DayStripProps = { days: DayOfSlots[]; chosen: string | undefined; onChoose: (day: string) => void }

/** Two weeks of days; under each how much is free, or why nothing is. */
export function DayStrip({ days, chosen, onChoose }: DayStripProps) {
  const words = useWords()
  const say = useDays()
  const current = useRef<HTMLButtonElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another chosen day is another button
  useEffect(() => {
    const button = current.current
    const strip = button?.parentElement
    if (button && strip)
      strip.scrollLeft = button.offsetLeft - strip.offsetLeft - (strip.clientWidth - button.clientWidth) / 2
  }, [chosen])

  return (
    <div className="strip">
      {days.map(({ day, free, closed }) => {
        const left = closed ? words.book.closed : free === 0 ? words.book.full : words.book.free(free)
        return (
          <button
            key={day}
            ref={day === chosen ? current : undefined}
            type="button"
            className={free > 0 ? 'day' : 'day day-none'}
            aria-pressed={day === chosen}
            onClick={() => onChoose(day)}
          >
            <span className="tiny">{say.weekday(day)}</span>
            <span className="day-date">{say.dateOf(day)}</span>
            <span className="tiny day-left">
              {left}
              {free > 0 && <span className="unseen"> {words.book.freeWhat}</span>}
            </span>
          </button>
        )
      })}
    </div>
  )
}

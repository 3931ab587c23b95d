import { type RefObject, useEffect, useRef } from 'react'
import type { DayOfSlots } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'
import './day-strip.css'

type DayStripProps = {
  days: DayOfSlots[]
  chosen: string | undefined
  onChoose: (day: string) => void
  onBefore: (() => void) | undefined
  onLater: () => void
}

/** Two weeks of days; under each how much is free, or why nothing is. At its ends the weeks before and after. */
export function DayStrip({ days, chosen, onChoose, onBefore, onLater }: DayStripProps) {
  const words = useWords()
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
      {onBefore && (
        <button type="button" className="day day-other" onClick={onBefore}>
          <Icon name="back" size={20} />
          <span className="tiny">{words.book.before}</span>
        </button>
      )}
      {days.map((each) => (
        <Day
          key={each.day}
          of={each}
          place={each.day === chosen ? current : undefined}
          isChosen={each.day === chosen}
          onPress={() => onChoose(each.day)}
        />
      ))}
      <button type="button" className="day day-other" onClick={onLater}>
        <Icon name="next" size={20} />
        <span className="tiny">{words.book.later}</span>
      </button>
    </div>
  )
}

type DayProps = {
  of: DayOfSlots
  place: RefObject<HTMLButtonElement | null> | undefined
  isChosen: boolean
  onPress: () => void
}

function Day({ of: { day, free, closed, reason, surchargePercent }, place, isChosen, onPress }: DayProps) {
  const words = useWords()
  const say = useDays()
  const left = closed ? reason || words.book.closed : free === 0 ? words.book.full : words.book.free(free)
  return (
    <button
      ref={place}
      type="button"
      className={free > 0 ? 'day' : 'day day-none'}
      aria-pressed={isChosen}
      onClick={onPress}
    >
      <span className="tiny">{say.weekday(day)}</span>
      <span className="day-date">{say.dateOf(day)}</span>
      <span className="tiny day-left">
        {left}
        {free > 0 && <span className="unseen"> {words.book.freeWhat}</span>}
      </span>
      {surchargePercent > 0 && !closed && <span className="tiny day-more">+{surchargePercent}%</span>}
    </button>
  )
}

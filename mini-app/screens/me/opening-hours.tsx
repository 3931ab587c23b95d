import type { Shop } from '../../api.ts'
import { useWords } from '../../language.ts'
import { Icon } from '../../parts/icon.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export function OpeningHours({ hours }: { hours: Shop['hours'] }) {
  const words = useWords()
  const spans = (weekday: number) =>
    hours
      .filter((interval) => interval.weekday === weekday)
      .sort((a, b) => a.startMinute - b.startMinute)
      .map(({ startMinute, lengthMinutes }) => `${clock(startMinute)}–${clock(startMinute + lengthMinutes)}`)
      .join(', ')
  return (
    <details className="hours">
      <summary>
        {words.me.hours}
        <Icon name="next" size={20} />
      </summary>
      <dl>
        {weekdays.map((weekday) => (
          <div key={weekday}>
            <dt>{words.weekdays[weekday - 1]}</dt>
            <dd>{spans(weekday) || words.me.closedDay}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

import { useWords } from '../../words/words.ts'
import css from './heat.module.css'
import { heat } from './heat.ts'
import type { Overview } from './use-figures.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** The hours between the first and the last that brought anybody. */
export function hoursOf(hours: Overview['hours']) {
  const all = hours.map(({ hour }) => hour)
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return all.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
export const countAt = (hours: Overview['hours'], weekday: number, hour: number) =>
  hours.find((each) => each.weekday === weekday && each.hour === hour)?.purchases ?? 0

/** When people come: a row an hour, a column a weekday, darker where more came. */
export function HoursGrid({ hours }: { hours: Overview['hours'] }) {
  const { insights, weekdays: names } = useWords()
  const most = Math.max(1, ...hours.map(({ purchases }) => purchases))
  return (
    <table className={`${css.heat} ${css.wide}`}>
      <thead>
        <tr>
          <th scope="col">{insights.hour}</th>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={names[weekday - 1]}>
              {insights.shortWeekdays[weekday - 1]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hoursOf(hours).map((hour) => (
          <tr key={hour}>
            <th scope="row">{hour}:00</th>
            {weekdays.map((weekday) => {
              const count = countAt(hours, weekday, hour)
              return (
                <td key={weekday} style={heat(count / most)}>
                  {count}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { addDays, clockOf, instantOf, minuteOf } from '../../../../../shared/time.ts'
import type { CalendarDays, Visit } from '../../../answers.ts'
import type { Words } from '../../../words/words.ts'
import { happens, isLate, minutesLate, nameOf } from '../visits.ts'
import type { Block, Shade } from './staff-calendar.tsx'

type Look = { words: Words; now: number; zone: string }

/** A block for each service of each visit; `id` is the visit's with the place of the service in it. */
export function blocksOf({ visits }: CalendarDays, look: Look): Block[] {
  return visits.filter(happens).flatMap((visit) =>
    visit.parts.map((part, i) => {
      const minutes = (Date.parse(part.endsAt) - Date.parse(part.startsAt)) / 60_000
      const isLast = i === visit.parts.length - 1
      const open = ['requested', 'booked', 'arrived'].includes(visit.status)
      return {
        id: `${visit.id}:${i}`,
        ...{ staffId: part.staffId, startsAt: part.startsAt, endsAt: part.endsAt },
        lines: linesOf(visit, part, look),
        look: [isLate(visit, look.now) ? 'late' : visit.status, ...(minutes < 30 ? ['short'] : [])],
        movable: open,
        stretchable: open && isLast,
      }
    }),
  )
}

export const partOf = ({ visits }: CalendarDays, blockId: string) => {
  const [id, position] = blockId.split(':')
  const visit = visits.find((each) => each.id === id)
  const part = visit?.parts[Number(position)]
  return visit && part && { visit, part, position: Number(position) }
}

/** Time, customer, service, people, and the state as a word: colour alone says nothing. */
function linesOf(visit: Visit, part: Visit['parts'][number], { words, now, zone }: Look) {
  const state = isLate(visit, now) ? words.today.lateBy(minutesLate(visit, now)) : words.today.status[visit.status]
  const marks = [
    visit.people > 1 && words.notes.people(visit.people),
    visit.seriesId && words.series.mark,
    visit.keptAt && visit.status === 'booked' && words.notes.kept,
  ]
  return [
    `${clockOf(new Date(part.startsAt), zone)} ${nameOf(visit, words)}`,
    part.name,
    [state, ...marks].filter(Boolean).join(' · '),
  ]
}

/** What is not open: outside hours, closed days, blocked times; and the line of now. */
export function shadesOf(answer: CalendarDays, zone: string, now: number): Shade[] {
  const { days, staff, blocked } = answer
  const shades = days.flatMap((day) => {
    const from = instantOf(day.day, 0, zone).toISOString()
    const to = instantOf(addDays(day.day, 1), 0, zone).toISOString()
    return day.staff.flatMap(({ id, off, intervals }) => {
      const ends = [from, ...intervals.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]), to]
      const gaps = Array.from({ length: ends.length / 2 }, (_, i) => [ends[i * 2]!, ends[i * 2 + 1]!] as const)
      const words = intervals.length ? '' : (day.closed ?? off ?? '')
      return gaps
        .filter(([startsAt, endsAt]) => startsAt < endsAt)
        .map(([startsAt, endsAt]) => ({ staffIds: [id], startsAt, endsAt, words, look: 'off' as const }))
    })
  })
  const blocks = blocked.map(({ staffId, startsAt, endsAt, reason }) => ({
    ...{ staffIds: staffId ? [staffId] : [], startsAt, endsAt, words: reason, look: 'blocked' as const },
  }))
  const line = { startsAt: new Date(now).toISOString(), endsAt: new Date(now + 60_000).toISOString() }
  return [...shades, ...blocks, { staffIds: staff.map(({ id }) => id), ...line, words: '', look: 'now' }]
}

/** From the first to the last full hour in which somebody works or is expected. */
export function shownOf({ days, visits }: CalendarDays, zone: string, now: number) {
  const spans = [...days.flatMap((day) => day.staff.flatMap(({ intervals }) => intervals)), ...visits.filter(happens)]
  const starts = spans.map(({ startsAt }) => minuteOf(new Date(startsAt), zone))
  const lasting = spans.map(({ startsAt, endsAt }) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
  const from = Math.max(0, Math.floor(Math.min(540, ...starts) / 60) * 60)
  const to = Math.ceil(Math.max(1080, ...starts.map((start, i) => start + lasting[i]!)) / 60) * 60
  const isNow = days.length === 1 && Math.abs(instantOf(days[0]!.day, 720, zone).getTime() - now) < 43_200_000
  return { from, to, first: isNow ? Math.max(from, minuteOf(new Date(now), zone) - 60) : from }
}

import type { CalendarDays } from '../../../answers.ts'
import { useFormats } from '../../../parts/formats.ts'
import { useWords } from '../../../words/words.ts'
import { nameOf } from '../visits.ts'
import { partOf } from './blocks.ts'
import { type Conflict, conflictOf, takingsAt } from './conflict.ts'
import type { Place } from './staff-calendar.tsx'

/** What would be in the way of a block somewhere, in words; by what was loaded, the server decides again. */
export function useConflicts(answer: CalendarDays) {
  const words = useWords()
  const { time } = useFormats()
  const timeAt = (at: number) => time(new Date(at).toISOString())

  function inWords(conflict: Conflict, staffId: string) {
    if (conflict.kind === 'closed')
      return words.conflict.closed(answer.staff.find(({ id }) => id === staffId)?.name ?? '')
    if (conflict.kind === 'blocked') return words.conflict.blocked(conflict.reason)
    const other = answer.visits.find(({ id }) => id === conflict.bookingId)
    const [from, to] = [timeAt(conflict.from), timeAt(conflict.to)]
    return other ? words.conflict.taken(nameOf(other, words), from, to) : words.conflict.held(from, to)
  }

  return (blockId: string, place: Place) => {
    const found = partOf(answer, blockId)
    if (!found) return undefined
    const { visit, part } = found
    const takings = takingsAt(answer.claims, { ...part, bookingId: visit.id }, place)
    const conflict = conflictOf(takings, visit.id, answer)
    return conflict && { words: inWords(conflict, place.staffId), mayOverride: conflict.kind === 'closed' }
  }
}

import { Drawer, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { CalendarDays } from '../../../answers.ts'
import { useAddress } from '../../../parts/address.ts'
import { useFormats } from '../../../parts/formats.ts'
import { useNow } from '../../../parts/use-now.ts'
import { useWords } from '../../../words/words.ts'
import type { Prefilled } from '../form/booking-dialog.tsx'
import { useMove } from '../move/use-move.tsx'
import { VisitCard } from '../visit-card.tsx'
import { nameOf } from '../visits.ts'
import { blocksOf, partOf, shadesOf, shownOf } from './blocks.ts'
import { type Conflict, conflictOf, takingsAt } from './conflict.ts'
import { type Place, StaffCalendar } from './staff-calendar.tsx'

type Props = {
  answer: CalendarDays
  day: string
  view: 'day' | 'week'
  people: { id: string; name: string }[]
  onBook: (wish: Prefilled) => void
}

export function CalendarGrid({ answer, day, view, people, onBook }: Props) {
  const words = useWords()
  const { zone, time, fullDay, dayAt } = useFormats()
  const { get, set } = useAddress()
  const now = useNow()
  const { move, asking } = useMove()
  const alone = people.length === 1 ? people[0]!.id : undefined
  const shownStaff = useMemo(() => new Set(people.map(({ id }) => id)), [people])
  const blocks = useMemo(
    () => blocksOf(answer, { words, now, zone }).filter(({ staffId }) => shownStaff.has(staffId)),
    [answer, words, now, zone, shownStaff],
  )
  const shades = useMemo(
    () => shadesOf(answer, zone, now).filter(({ staffIds, look }) => fits(staffIds, look, view, alone)),
    [answer, zone, now, view, alone],
  )
  const shown = useMemo(() => shownOf(answer, zone, now), [answer, zone, now])
  const opened = get('customer') ? undefined : answer.visits.find(({ id }) => id === get('visit'))
  const staffName = (id: string) => answer.staff.find((one) => one.id === id)?.name ?? ''

  const conflictAt = (blockId: string, place: Place): Conflict | undefined => {
    const found = partOf(answer, blockId)
    if (!found) return undefined
    const { visit, part } = found
    const there = place.staffId && shownStaff.has(place.staffId) ? place : { ...place, staffId: part.staffId }
    return conflictOf(takingsAt(answer.claims, { ...part, bookingId: visit.id }, there), visit.id, answer)
  }
  const inWords = (conflict: Conflict, place: Place) => {
    if (conflict.kind === 'closed') return words.conflict.closed(staffName(place.staffId))
    if (conflict.kind === 'blocked') return words.conflict.blocked(conflict.reason)
    const other = answer.visits.find(({ id }) => id === conflict.bookingId)
    const [from, to] = [conflict.from, conflict.to].map((at) => time(new Date(at).toISOString())) as [string, string]
    return other ? words.conflict.taken(nameOf(other, words), from, to) : words.conflict.held(from, to)
  }

  return (
    <>
      <StaffCalendar
        label={words.calendar.grid}
        {...{ view, day, people, shown, blocks, shades }}
        conflictOf={(id, place) => {
          const conflict = conflictAt(id, place)
          return conflict && inWords(conflict, place)
        }}
        onMove={async (id, place, stretched) => {
          const { visit, position } = partOf(answer, id)!
          const conflict = conflictAt(id, place)
          return move({
            visit,
            ...placed(visit, position, place, stretched),
            conflict: conflict && { words: inWords(conflict, place), mayOverride: conflict.kind === 'closed' },
          })
        }}
        onCreate={(staffId, startsAt) =>
          onBook({ day, staffId: staffId ?? alone, startsAt: new Date(startsAt).toISOString() })
        }
        onOpen={(id) => set({ visit: id.split(':')[0] })}
      />
      <Text size="sm" c="dimmed">
        {words.calendar.hint}
      </Text>
      <Drawer
        opened={opened !== undefined}
        onClose={() => set({ visit: undefined })}
        size={400}
        title={opened && fullDay(dayAt(opened.startsAt))}
      >
        {opened && <VisitCard visit={opened} onDone={() => set({ visit: undefined })} />}
      </Drawer>
      {asking}
    </>
  )
}

/** The week of one person has no column of theirs, so what is of others is left out. */
const fits = (staffIds: string[], look: string, view: Props['view'], alone: string | undefined) =>
  view === 'day' || !alone || look === 'now' || staffIds.length === 0 || staffIds.includes(alone)

/** The whole visit moves with the part that was dragged; only its last part can be stretched. */
function placed(visit: CalendarDays['visits'][number], position: number, place: Place, stretched: boolean) {
  const part = visit.parts[position]!
  const later = place.startsAt - Date.parse(part.startsAt)
  const startsAt = new Date(Date.parse(visit.startsAt) + later).toISOString()
  if (stretched) return { startsAt, minutes: (place.endsAt - Date.parse(visit.startsAt)) / 60_000 }
  const staffIds = visit.parts.map((each, i) => (i === position && place.staffId ? place.staffId : each.staffId))
  return { startsAt, staffIds }
}

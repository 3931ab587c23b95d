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
import { blocksOf, partOf, shadesOf, shownOf } from './blocks.ts'
import { type Place, StaffCalendar } from './staff-calendar.tsx'
import { useConflicts } from './use-conflicts.ts'

type Props = {
  answer: CalendarDays
  day: string
  view: 'day' | 'week'
  people: { id: string; name: string }[]
  onBook: (wish: Prefilled) => void
}

export function CalendarGrid({ answer, day, view, people, onBook }: Props) {
  const words = useWords()
  const { zone, fullDay, dayAt } = useFormats()
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
  const conflictAt = useConflicts(answer)
  /** The week of one person has no columns, so a place in it names nobody. */
  const placeOf = (blockId: string, place: Place) => ({
    ...place,
    staffId: place.staffId || (partOf(answer, blockId)?.part.staffId ?? ''),
  })

  return (
    <>
      <StaffCalendar
        label={words.calendar.grid}
        {...{ view, day, people, shown, blocks, shades }}
        conflictOf={(id, place) => conflictAt(id, placeOf(id, place))?.words}
        onMove={async (id, place, stretched) => {
          const { visit, position } = partOf(answer, id)!
          return move({
            visit,
            ...placed(visit, position, place, stretched),
            conflict: conflictAt(id, placeOf(id, place)),
          })
        }}
        onCreate={(staffId, at) => {
          const startsAt = new Date(at).toISOString()
          onBook({ day: dayAt(startsAt), staffId: staffId ?? alone, startsAt })
        }}
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

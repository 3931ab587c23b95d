import type { Calendar } from '@event-calendar/core'
import { clockOfMinute } from '../../../parts/formats.ts'
import { words } from '../../../words/words.ts'
import type { Block, Shade, StaffCalendarProps } from './staff-calendar.tsx'
import { wallOf } from './wall.ts'

/** What the library is told of the view: the same at the start and whenever it changes. */
export function optionsOf({
  view,
  day,
  people,
  shown,
}: Pick<StaffCalendarProps, 'view' | 'day' | 'people' | 'shown'>): Calendar.Options {
  return {
    view: view === 'day' ? 'resourceTimeGridDay' : people.length > 1 ? 'resourceTimeGridWeek' : 'timeGridWeek',
    datesAboveResources: view === 'week',
    date: day,
    resources: people.map(({ id, name }) => ({ id, title: name })),
    slotMinTime: `${clock(shown.from)}:00`,
    slotMaxTime: `${clock(shown.to)}:00`,
    scrollTime: `${clock(shown.first)}:00`,
    columnWidth: view === 'day' ? 'minmax(148px, 1fr)' : people.length > 1 ? '124px' : 'minmax(112px, 1fr)',
    firstDay: 1,
    editable: true,
    pointer: true,
    headerToolbar: { start: '', center: '', end: '' },
    allDaySlot: false,
    slotDuration: '00:15',
    snapDuration: '00:05',
    slotLabelInterval: '01:00',
    slotHeight: 28,
    slotEventOverlap: false,
    longPressDelay: 400,
    height: 'var(--calendar-height)',
    slotLabelFormat: (time: Date) => clockOfMinute(time.getHours() * 60 + time.getMinutes()),
    eventTimeFormat: (start: Date) => clockOfMinute(start.getHours() * 60 + start.getMinutes()),
    dayHeaderFormat: dayName,
    dayHeaderAriaLabelFormat: dayName,
  }
}

const dayName = (date: Date) => `${words().weekdays[(date.getDay() + 6) % 7]}, ${date.getDate()}/${date.getMonth() + 1}`

/** `26:00` for a shop that is open past midnight. */
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const eventsOf = (
  blocks: Block[],
  shades: Shade[],
  people: { id: string }[],
  zone: string,
): Calendar.EventInput[] => [
  ...shades.map(({ staffIds, startsAt, endsAt, words, look }, i) => ({
    id: `shade ${i}`,
    display: 'background' as const,
    resourceIds: staffIds.length ? staffIds : people.map(({ id }) => id),
    start: wallOf(startsAt, zone),
    end: wallOf(endsAt, zone),
    classNames: [look],
    extendedProps: { lines: [words] },
  })),
  ...blocks.map(({ id, staffId, startsAt, endsAt, lines, look, movable, stretchable }) => ({
    id,
    resourceIds: [staffId],
    start: wallOf(startsAt, zone),
    end: wallOf(endsAt, zone),
    classNames: look,
    startEditable: movable,
    durationEditable: stretchable,
    extendedProps: { lines },
  })),
]

/** Built of text nodes, since names are what customers typed. */
export function contentOf(event: Calendar.Event, timeText: unknown, conflict: string | undefined): Calendar.Content {
  if (event.display === 'pointer') return String(timeText)
  const lines = (event.extendedProps.lines as string[] | undefined) ?? []
  const isMoving = event.display === 'preview'
  const said = [isMoving ? String(timeText) : undefined, conflict, ...lines].filter(Boolean)
  return {
    domNodes: said.map((line, i) => {
      const node = document.createElement(i === 0 ? 'b' : 'span')
      node.textContent = String(line)
      return node
    }),
  }
}

import {
  type Calendar,
  createCalendar,
  destroyCalendar,
  Interaction,
  ResourceTimeGrid,
  TimeGrid,
} from '@event-calendar/core'
import '@event-calendar/core/index.css'
import { useEffect, useRef, useState } from 'react'
import './staff-calendar.css'
import { useFormats } from '../../../parts/formats.ts'
import { contentOf, eventsOf, optionsOf } from './staff-calendar-options.ts'
import { instantOfWall } from './wall.ts'

/** A visit or a part of one on the calendar; `look` are classes of staff-calendar.css. */
export type Block = {
  id: string
  staffId: string
  startsAt: string
  endsAt: string
  lines: string[]
  look: string[]
  movable: boolean
  stretchable: boolean
}

/** Time in which nobody is taken, with its reason in words; without people it is everybody's. */
export type Shade = {
  staffIds: string[]
  startsAt: string
  endsAt: string
  words: string
  look: 'off' | 'blocked' | 'now'
}

/** Where a block would come to lie; instants in milliseconds. */
export type Place = { staffId: string; startsAt: number; endsAt: number }

export type StaffCalendarProps = {
  label: string
  view: 'day' | 'week'
  day: string
  people: { id: string; name: string }[]
  /** Minutes from midnight. */
  shown: { from: number; to: number; first: number }
  blocks: Block[]
  shades: Shade[]
  /** While a block is dragged: why it cannot lie there, in words. */
  conflictOf: (id: string, place: Place) => string | undefined
  /** Answers whether it now lies there; if not, it goes back. */
  onMove: (id: string, place: Place, stretched: boolean) => Promise<boolean>
  onCreate: (staffId: string | undefined, startsAt: number) => void
  onOpen: (id: string) => void
}

/** The one place that knows the calendar library: people as columns, of one day or of each of a week. */
export function StaffCalendar(props: StaffCalendarProps) {
  const { zone } = useFormats()
  const frame = useRef<HTMLElement>(null)
  const calendar = useRef<Calendar>(undefined)
  const latest = useRef(props)
  latest.current = props
  const [moving, setMoving] = useState(false)

  useEffect(() => {
    const placeOf = ({ start, end, resourceIds }: Calendar.Event): Place => ({
      staffId: String(resourceIds[0] ?? ''),
      startsAt: instantOfWall(start, zone).getTime(),
      endsAt: instantOfWall(end, zone).getTime(),
    })
    const conflict = (event: Calendar.Event) =>
      event.display === 'preview' ? latest.current.conflictOf(String(event.id), placeOf(event)) : undefined
    const dropped = (info: { event: Calendar.Event; revert: () => void }, stretched: boolean) =>
      void latest.current
        .onMove(String(info.event.id), placeOf(info.event), stretched)
        .then((stays) => stays || info.revert())
        .finally(() => setMoving(false))

    calendar.current = createCalendar(frame.current!, [ResourceTimeGrid, TimeGrid, Interaction], {
      ...optionsOf(latest.current),
      eventContent: ({ event, timeText }) => contentOf(event, timeText, conflict(event)),
      eventClassNames: ({ event }) => (conflict(event) ? ['conflict'] : []),
      eventClick: ({ event }) => latest.current.onOpen(String(event.id)),
      dateClick: ({ date, resource }) => latest.current.onCreate(resource?.id, instantOfWall(date, zone).getTime()),
      eventDragStart: () => setMoving(true),
      eventResizeStart: () => setMoving(true),
      eventDragStop: () => setMoving(false),
      eventResizeStop: () => setMoving(false),
      eventDrop: (info) => {
        setMoving(true)
        dropped(info, false)
      },
      eventResize: (info) => {
        setMoving(true)
        dropped(info, true)
      },
    })
    return () => void destroyCalendar(calendar.current!)
  }, [zone])

  const { view, day, people, shown, blocks, shades } = props
  useEffect(() => {
    for (const [name, value] of Object.entries(optionsOf({ view, day, people, shown })))
      calendar.current!.setOption(name as keyof Calendar.Options, value as never)
  }, [view, day, people, shown])
  useEffect(() => {
    if (!moving) calendar.current!.setOption('events', eventsOf(blocks, shades, people, zone))
  }, [blocks, shades, people, zone, moving])

  return <section ref={frame} aria-label={props.label} className={`staff-calendar ${view}`} />
}

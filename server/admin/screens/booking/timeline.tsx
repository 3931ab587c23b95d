import type { CSSProperties } from 'react'
import { instantOf, minuteOf } from '../../../../shared/time.ts'
import type { Today, Visit } from '../../answers.ts'
import { clockOfMinute, useFormats } from '../../parts/formats.ts'
import { Tag } from '../../parts/tag.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useWords } from '../../words/words.ts'
import { lanesOf } from './lanes.ts'
import css from './timeline.module.css'
import { VisitBlock } from './visit-block.tsx'

const pixelsPerMinute = 1.7

/** The day from top to bottom, one column for each person, white where they work. */
export function Timeline({ answer, visits }: { answer: Today; visits: Visit[] }) {
  const words = useWords()
  const { zone, today } = useFormats()
  const now = useNow()
  const scale = scaleOf(answer, visits, zone)
  const shown = answer.staff.filter((person) => !person.off || partsOf(visits, person.id).length > 0)
  return (
    <div className={css.scroll}>
      <div className={css.grid}>
        <div className={css.head} />
        <div className={css.hours} style={{ height: scale.height }}>
          {scale.hours.map((minute) => (
            <span key={minute} className={css.hour} style={{ top: scale.topOf(minute) + 2 }}>
              {clockOfMinute(minute)}
            </span>
          ))}
        </div>
        {(shown.length > 0 ? shown : answer.staff).map((person) => (
          <Column key={person.id} name={person.name} off={person.off ? words.today.offDay : undefined}>
            {person.intervals.map((interval) => (
              <div key={interval.startsAt} className={css.open} style={scale.spanOf(interval)} />
            ))}
            {scale.hours.map((minute) => (
              <div key={minute} className={css.rule} style={{ top: scale.topOf(minute) }} />
            ))}
            {lanesOf(partsOf(visits, person.id)).map(({ item, lane, lanes }) => (
              <VisitBlock
                key={`${item.visit.id} ${item.startsAt}`}
                visit={item.visit}
                part={item}
                now={now}
                style={{ ...scale.spanOf(item), left: `${(lane / lanes) * 100}%`, width: `${100 / lanes}%` }}
              />
            ))}
            {answer.day === today && scale.shows(now) && <div className={css.now} style={scale.lineAt(now)} />}
          </Column>
        ))}
      </div>
    </div>
  )
}

const partsOf = (visits: Visit[], staffId: string) =>
  visits.flatMap((visit) => visit.parts.filter((part) => part.staffId === staffId).map((part) => ({ ...part, visit })))

function Column({ name, off, children }: { name: string; off?: string; children: React.ReactNode }) {
  return (
    <>
      <div className={css.head}>
        {name} {off && <Tag>{off}</Tag>}
      </div>
      <div className={css.column}>{children}</div>
    </>
  )
}

/** From the first to the last full hour in which somebody works or is expected; 09:00 to 18:00 if nobody is. */
function scaleOf(answer: Today, visits: Visit[], zone: string) {
  const midnight = instantOf(answer.day, 0, zone).getTime()
  const minutesOf = (instant: string | number) => (new Date(instant).getTime() - midnight) / 60_000
  const spans = [...answer.staff.flatMap((person) => person.intervals), ...visits]
  const starts = spans.map((span) => minuteOf(new Date(span.startsAt), zone))
  const ends = spans.map((span) => minutesOf(span.endsAt))
  const first = Math.floor(Math.min(...(starts.length > 0 ? starts : [540])) / 60) * 60
  const last = Math.ceil(Math.max(...(ends.length > 0 ? ends : [1080])) / 60) * 60

  const topOf = (minute: number) => (minute - first) * pixelsPerMinute
  return {
    height: topOf(last),
    hours: Array.from({ length: (last - first) / 60 }, (_, i) => first + i * 60),
    topOf,
    shows: (now: number) => minutesOf(now) >= first && minutesOf(now) <= last,
    lineAt: (now: number): CSSProperties => ({ top: topOf(minutesOf(now)) }),
    spanOf: (span: { startsAt: string; endsAt: string }): CSSProperties => ({
      top: topOf(minutesOf(span.startsAt)),
      height: (minutesOf(span.endsAt) - minutesOf(span.startsAt)) * pixelsPerMinute,
    }),
  }
}

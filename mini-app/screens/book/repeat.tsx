import { useEffect } from 'react'
import { answerOf } from '../../answer.ts'
import { api } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { Stepper } from '../../parts/stepper.tsx'
import { Tick } from '../../parts/tick.tsx'
import { useShop } from '../../shop.ts'
import type { Wish } from '../../wish.ts'
import type { Repeated, VisitDraft } from './visit-draft.ts'

type RepeatProps = {
  wish: Wish
  startsAt: string
  draft: VisitDraft
  /** A question must be answered for each visit, which several at once cannot. */
  asks: boolean
}

/** The same visit every so many weeks, if the shop takes that. */
export function Repeat({ wish, startsAt, draft, asks }: RepeatProps) {
  const words = useWords().series
  const { seriesMost } = useShop()
  const { repeat } = draft.draft
  if (seriesMost < 2 || asks) return null
  const change = (part: Partial<Repeated>) => draft.change({ repeat: { ...repeat!, skip: [], ...part } })
  const begin = (on: boolean) =>
    draft.change({ repeat: on ? { everyWeeks: 4, times: Math.min(3, seriesMost), skip: [] } : null })
  return (
    <>
      <div className="ticks">
        <Tick text={words.repeat} more={words.repeatWhy} on={repeat !== null} onChange={begin} />
      </div>
      {repeat && (
        <Card>
          <Stepper
            label={words.every(repeat.everyWeeks)}
            value={repeat.everyWeeks}
            least={1}
            most={12}
            onChange={(everyWeeks) => change({ everyWeeks })}
          />
          <Stepper
            label={words.times(repeat.times)}
            value={repeat.times}
            least={2}
            most={seriesMost}
            onChange={(times) => change({ times })}
          />
          <Visits
            wish={wish}
            startsAt={startsAt}
            id={draft.draft.id}
            repeat={repeat}
            onSkip={(skip) => change({ skip })}
          />
        </Card>
      )}
    </>
  )
}

type VisitsProps = {
  wish: Wish
  startsAt: string
  id: string
  repeat: Repeated
  onSkip: (skip: number[]) => void
}

/** Each visit of the series; what cannot be is named with its reason and left out. */
function Visits({ wish, startsAt, id, repeat, onSkip }: VisitsProps) {
  const words = useWords()
  const days = useDays()
  const { everyWeeks, times, skip } = repeat
  const asked = { ...wish, id, startsAt, everyWeeks, times }
  const preview = useLoad(`series ${JSON.stringify(asked)}`, (signal) =>
    answerOf(api.bookings.series.preview.$post({ json: asked }, { init: { signal } })),
  )
  const visits = preview.answer?.visits
  const cannot = visits?.flatMap(({ ok }, i) => (ok ? [] : [i])).join()

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (cannot === undefined) return
    const missing = cannot.split(',').filter(Boolean).map(Number)
    if (missing.some((i) => !skip.includes(i))) onSkip([...new Set([...skip, ...missing])])
  }, [cannot])

  return (
    <Loaded of={preview} shape={<Skeletons count={2} height={52} />}>
      {(answer) => (
        <div className="series">
          {answer.visits.map(({ startsAt: at, ok, detail }, i) => (
            <Tick
              key={at}
              text={words.at(days.clock(at), days.fullDay(days.dayOf(at)))}
              more={detail ?? undefined}
              on={ok && !skip.includes(i)}
              disabled={!ok}
              onChange={(on) => onSkip(on ? skip.filter((each) => each !== i) : [...skip, i])}
            />
          ))}
        </div>
      )}
    </Loaded>
  )
}

import { answerOf } from '../../answer.ts'
import { api, type DayOfSlots, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import type { FreeDays } from './free-days.ts'
import { SlotGrid } from './slot-grid.tsx'

type TimesProps = {
  free: FreeDays
  day: DayOfSlots
  onDay: (day: string) => void
  onTime: (startsAt: string) => void
}

/** The free times of one day; without any, why, and the next day that has some. */
export function TimesOfDay({ free, day, onDay, onTime }: TimesProps) {
  const words = useWords()
  const { moving } = free
  const wanted = JSON.stringify(free.wish)
  const slots = useLoad(`slots ${day.day} ${moving ?? ''} ${wanted}`, (signal) =>
    answerOf(api.slots.$get({ query: { wanted, day: day.day, ...(moving && { moving }) } }, until(signal))),
  )
  return (
    <Loaded of={slots} shape={<Skeletons count={2} height={120} />}>
      {(times) =>
        times.length > 0 ? (
          <>
            {day.surchargePercent > 0 && (
              <p className="small muted">
                {words.book.surcharge(day.surchargePercent)}
                {day.reason && ` (${day.reason})`}
              </p>
            )}
            <SlotGrid starts={times.map(({ startsAt }) => startsAt)} onChoose={onTime} />
          </>
        ) : (
          <NoneThatDay day={day} days={free.days.answer ?? []} onDay={onDay} />
        )
      }
    </Loaded>
  )
}

function NoneThatDay({ day, days, onDay }: { day: DayOfSlots; days: DayOfSlots[]; onDay: (day: string) => void }) {
  const words = useWords()
  const say = useDays()
  const next = days.find((other) => other.day > day.day && other.free > 0) ?? days.find(({ free }) => free > 0)
  return (
    <Card>
      <p>
        {day.closed ? words.book.dayClosed(say.day(day.day)) : words.book.dayFull(say.day(day.day))}
        {day.closed && day.reason && ` ${day.reason}.`}
      </p>
      {next && (
        <Button look="soft" icon="calendar" onPress={() => onDay(next.day)}>
          {words.book.nextFree(say.day(next.day), next.free)}
        </Button>
      )}
    </Card>
  )
}

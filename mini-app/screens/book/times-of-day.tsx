import { answerOf } from '../../answer.ts'
import { api, type DayOfSlots, type Service, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { navigate } from '../../router.ts'
import { SlotGrid } from './slot-grid.tsx'

type TimesProps = {
  service: Service
  staffId: string
  day: DayOfSlots
  days: DayOfSlots[]
  onDay: (day: string) => void
}

/** The free times of one day; without any, why, and the next day that has some. */
export function TimesOfDay({ service, staffId, day, days, onDay }: TimesProps) {
  const query = { serviceId: service.id, staffId, day: day.day }
  const slots = useLoad(`slots ${service.id} ${staffId} ${day.day}`, (signal) =>
    answerOf(api.slots.$get({ query }, until(signal))),
  )
  const goOn = (at: string) =>
    navigate(`/book/${service.id}/confirm?${new URLSearchParams({ ...(staffId && { staff: staffId }), at })}`)

  return (
    <Loaded of={slots} shape={<Skeletons count={2} height={120} />}>
      {(free) =>
        free.length > 0 ? (
          <SlotGrid starts={free.map(({ startsAt }) => startsAt)} onChoose={goOn} />
        ) : (
          <NoneThatDay day={day} days={days} onDay={onDay} />
        )
      }
    </Loaded>
  )
}

function NoneThatDay({ day, days, onDay }: Pick<TimesProps, 'day' | 'days' | 'onDay'>) {
  const words = useWords()
  const say = useDays()
  const next = days.find((other) => other.day > day.day && other.free > 0) ?? days.find(({ free }) => free > 0)
  return (
    <Card>
      <p>{day.closed ? words.book.dayClosed(say.day(day.day)) : words.book.dayFull(say.day(day.day))}</p>
      {next && (
        <Button look="soft" icon="calendar" onPress={() => onDay(next.day)}>
          {words.book.nextFree(say.day(next.day), next.free)}
        </Button>
      )}
    </Card>
  )
}

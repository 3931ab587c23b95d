import { addDays } from '../../../shared/time.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Button } from '../../parts/button.tsx'
import { CallLink } from '../../parts/call-link.tsx'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeleton, Skeletons } from '../../parts/skeleton.tsx'
import { useShop } from '../../shop.ts'
import { DayStrip } from './day-strip.tsx'
import { daysShown, type FreeDays } from './free-days.ts'
import { TimesOfDay } from './times-of-day.tsx'

type WhenPickerProps = {
  free: FreeDays
  onDay: (day: string) => void
  onFrom: (day: string) => void
  onTime: (startsAt: string) => void
  /** Nothing suits: to be told of what is freed. Not for who has a time already. */
  onWait?: () => void
}

/** A day, then a time of it; also later weeks, and a way on where all is full. */
export function WhenPicker({ free, onDay, onFrom, onTime, onWait }: WhenPickerProps) {
  const words = useWords()
  const { today } = useDays()
  const { days, day, from } = free
  const [before, later] = [addDays(from, -daysShown), addDays(from, daysShown)]
  return (
    <>
      <section className="book-part">
        <h2>{words.book.day}</h2>
        <Loaded of={days} shape={<Skeleton height={88} />}>
          {(list) => (
            <DayStrip
              days={list}
              chosen={day?.day}
              onChoose={onDay}
              onBefore={from > today ? () => onFrom(before < today ? today : before) : undefined}
              onLater={() => onFrom(later)}
            />
          )}
        </Loaded>
      </section>
      {days.answer && !day ? (
        <NothingFree onLater={() => onFrom(later)} />
      ) : (
        <section className="book-part">
          <h2>{words.book.time}</h2>
          {day ? <TimesOfDay free={free} day={day} onDay={onDay} onTime={onTime} /> : <TimesShape of={free} />}
        </section>
      )}
      {onWait && days.answer && (
        <Card>
          <p>{words.wait.lead}</p>
          <Button look="soft" icon="bell" onPress={onWait}>
            {words.wait.button}
          </Button>
        </Card>
      )}
    </>
  )
}

const TimesShape = ({ of }: { of: FreeDays }) => (of.days.problem ? null : <Skeletons count={2} height={120} />)

function NothingFree({ onLater }: { onLater: () => void }) {
  const words = useWords()
  const shop = useShop()
  return (
    <Card>
      <p>{words.book.noneAtAll}</p>
      <Button look="soft" icon="calendar" onPress={onLater}>
        {words.book.later}
      </Button>
      <CallLink phone={shop.phone}>{words.call}</CallLink>
    </Card>
  )
}

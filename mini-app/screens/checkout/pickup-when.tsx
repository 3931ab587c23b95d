import { useState } from 'react'
import { addDays } from '../../../shared/time.ts'
import { answerOf } from '../../answer.ts'
import { openApi, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { PickupGrid } from './pickup-grid.tsx'

const daysShown = 7

const timesOf = (day: string, signal: AbortSignal) =>
  answerOf(openApi['pickup-times'].$get({ query: { day } }, until(signal)))

type PickupWhenProps = { at: string | null; onChoose: (at: string | null) => void }

/** When it is fetched: a day, then one of its times. What was chosen takes their place. */
export function PickupWhen({ at, onChoose }: PickupWhenProps) {
  const words = useWords()
  const days = useDays()
  if (!at) return <Choosing onChoose={onChoose} />
  return (
    <div className="pickup-chosen">
      <p className="strong">{words.orders.pickup(words.at(days.clock(at), days.day(days.dayOf(at))))}</p>
      <Button look="plain" onPress={() => onChoose(null)}>
        {words.move.title}
      </Button>
    </div>
  )
}

function Choosing({ onChoose }: { onChoose: (at: string) => void }) {
  const words = useWords().checkout
  const days = useDays()
  const { today } = days
  const [chosen, choose] = useState<string>()
  const first = useLoad(`pickup from ${today}`, async (signal) => {
    for (let i = 0; i < daysShown; i++) {
      const day = addDays(today, i)
      if ((await timesOf(day, signal)).some(({ left }) => left > 0)) return day
    }
    return today
  })
  const day = chosen ?? first.answer
  const times = useLoad(day && `pickup ${day}`, (signal) => timesOf(day!, signal))
  return (
    <Loaded of={first} shape={<Skeletons count={2} height={96} />}>
      {() => (
        <>
          <div className="pickup-days">
            <Chips
              label={words.day}
              choices={Array.from({ length: daysShown }, (_, i) => addDays(today, i)).map((value) => ({
                ...{ value, text: days.weekday(value), more: days.dateOf(value) },
              }))}
              chosen={day}
              onChoose={choose}
            />
          </div>
          <Loaded of={times} shape={<Skeletons count={2} height={96} />}>
            {(some) =>
              some.some(({ left }) => left > 0) ? (
                <PickupGrid times={some} onChoose={onChoose} />
              ) : (
                <p className="muted">{words.noTimes(days.day(day!))}</p>
              )
            }
          </Loaded>
        </>
      )}
    </Loaded>
  )
}

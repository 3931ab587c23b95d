import { useEffect } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Place, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { type Loading, useAct, useLoad } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import '../bookings/bookings.css'

const againMs = 30_000

/** My place in the queue, looked at again while I wait; null when I do not. */
export function useQueuePlace(): Loading<Place> {
  const place = useLoad('queue', (signal) => answerOf(api.queue.$get({}, until(signal))))
  const isWaiting = Boolean(place.answer)
  const { again } = place
  useEffect(() => {
    if (!isWaiting) return
    const tick = setInterval(again, againMs)
    return () => clearInterval(tick)
  }, [isWaiting, again])
  return place
}

export function QueuePlace({ place, onLeft }: { place: NonNullable<Place>; onLeft: () => void }) {
  const words = useWords().checkIn
  const days = useDays()
  const leave = useAct(async () => {
    await answerOf(api.queue.leave.$post())
    onLeft()
  })
  const { ahead, startsAt, serviceName } = place
  return (
    <Card>
      <p className="strong">{words.inQueue}</p>
      <p className="booking-big" role="status">
        {ahead === 0 ? words.next : words.ahead(ahead)}
      </p>
      <p>{startsAt ? words.about(days.clock(startsAt)) : words.notToday}</p>
      <p className="small muted">{serviceName}</p>
      <ActProblem of={leave} />
      <Button look="soft" busy={leave.busy} onPress={leave.run}>
        {words.leave}
      </Button>
    </Card>
  )
}

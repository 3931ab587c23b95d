import { useEffect } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { namedBy } from '../../bookings.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import type { ScreenProps } from '../../routes.tsx'
import './bookings.css'

/** "I will come": said by opening the page, which a button in a message does. */
export function Keep({ params }: ScreenProps) {
  const words = useWords()
  const bookings = useLoad('bookings', (signal) => answerOf(api.bookings.$get({}, until(signal))))
  const booking = namedBy(bookings.answer ?? [], params.id!)
  return (
    <Screen title={words.keep.title} above={`/bookings/${params.id}`}>
      <Loaded of={bookings} shape={<Skeleton height={180} />}>
        {() =>
          booking ? <Kept booking={booking} onKept={bookings.again} /> : <Empty title={words.feedback.unknown} />
        }
      </Loaded>
    </Screen>
  )
}

function Kept({ booking, onKept }: { booking: Booking; onKept: () => void }) {
  const words = useWords()
  const days = useDays()
  const { id, keptAt, startsAt, canMove } = booking
  const keep = useAct(async () => {
    await answerOf(api.bookings[':id'].keep.$post({ param: { id } }))
    onKept()
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    if (!keptAt) void keep.run()
  }, [id])

  return (
    <Card>
      <p className="booking-big">{words.at(days.clock(startsAt), days.day(days.dayOf(startsAt)))}</p>
      <p>{booking.serviceName}</p>
      <ActProblem of={keep} />
      {keptAt ? (
        <p role="status">{words.keep.thanks}</p>
      ) : keep.problem ? (
        keep.problem.kind !== 'refusal' && (
          <Button look="soft" icon="again" busy={keep.busy} onPress={keep.run}>
            {words.again}
          </Button>
        )
      ) : (
        <Skeleton height={24} />
      )}
      {canMove && (
        <LinkButton to={`/bookings/${id}/move`} look="soft" icon="calendar">
          {words.keep.move}
        </LinkButton>
      )}
      <LinkButton to={`/bookings/${id}`} look="plain">
        {words.keep.see}
      </LinkButton>
    </Card>
  )
}

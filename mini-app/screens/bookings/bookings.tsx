import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { past, upcoming } from '../../bookings.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { QueuePlace, useQueuePlace } from '../check-in/queue-place.tsx'
import { BookingItem } from './booking-item.tsx'
import './bookings.css'
import { CancelSheet } from './cancel-sheet.tsx'
import { Waits } from './waits.tsx'

/** At first, and with each press more. */
const pastShown = 5

export function Bookings() {
  const words = useWords()
  const bookings = useLoad('bookings', (signal) => answerOf(api.bookings.$get({}, until(signal))))
  const [leaving, leave] = useState<Booking>()
  const [shown, show] = useState(pastShown)

  return (
    <Screen title={words.bookings.title} above="/">
      <Loaded of={bookings} shape={<Skeletons count={3} height={168} />}>
        {(mine) => {
          const [ahead, before] = [upcoming(mine), past(mine)]
          return (
            <>
              {ahead.length === 0 && (
                <Empty title={words.bookings.none}>
                  <LinkButton to="/services" icon="book">
                    {words.bookings.book}
                  </LinkButton>
                </Empty>
              )}
              <Group title={words.bookings.upcoming} bookings={ahead} onCancel={leave} />
              <InQueue />
              <Waits />
              <Group title={words.bookings.past} bookings={before.slice(0, shown)} onCancel={leave} />
              {before.length > shown && (
                <Button look="plain" onPress={() => show(shown + pastShown)}>
                  {words.bookings.older}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
      {leaving && (
        <CancelSheet
          booking={leaving}
          onClose={() => {
            leave(undefined)
            bookings.again()
          }}
        />
      )}
    </Screen>
  )
}

function InQueue() {
  const place = useQueuePlace()
  return place.answer ? <QueuePlace place={place.answer} onLeft={place.again} /> : null
}

type GroupProps = { title: string; bookings: Booking[]; onCancel: (booking: Booking) => void }

function Group({ title, bookings, onCancel }: GroupProps) {
  if (bookings.length === 0) return null
  return (
    <section className="bookings-group">
      <h2>{title}</h2>
      {bookings.map((booking) => (
        <BookingItem key={booking.id} booking={booking} onCancel={() => onCancel(booking)} />
      ))}
    </section>
  )
}

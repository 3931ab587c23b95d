import type { ReactNode } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { namedBy } from '../../bookings.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Empty } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { Stars } from '../../parts/stars.tsx'
import type { ScreenProps } from '../../routes.tsx'
import './feedback.css'
import { RateVisit } from './rate-visit.tsx'

/** Opened from a message, with a booking's id or short code in the address, or without one for the visit that is due. */
export function Feedback({ params }: ScreenProps) {
  const words = useWords().feedback
  const name = params.booking
  const found = useLoad(`rate ${name ?? ''}`, async (signal) => {
    if (name === undefined) return await answerOf(api.feedback.due.$get({}, until(signal)))
    return namedBy(await answerOf(api.bookings.$get({}, until(signal))), name) ?? null
  })

  const answer = found.answer
  if (answer?.status === 'completed' && answer.rating === null) return <RateVisit booking={answer} />
  return (
    <Screen title={words.title} above="/">
      <Loaded of={found} shape={<Skeletons count={2} height={160} />}>
        {(booking) => (booking ? <NotNow booking={booking} /> : name ? <Unknown /> : <NoneDue />)}
      </Loaded>
    </Screen>
  )
}

function NotNow({ booking }: { booking: Booking }) {
  const words = useWords().feedback
  return (
    <Note title={booking.rating === null ? words.notYet : words.rated}>
      {booking.rating !== null && <Stars rating={booking.rating} />}
    </Note>
  )
}

function Unknown() {
  return <Note title={useWords().feedback.unknown} />
}

function NoneDue() {
  const words = useWords().feedback
  return <Note title={words.none} words={words.noneWords} />
}

function Note({ title, words, children }: { title: string; words?: string; children?: ReactNode }) {
  const say = useWords().feedback
  return (
    <Empty title={title} {...(words && { words })}>
      {children}
      <LinkButton to="/bookings" look="soft">
        {say.bookings}
      </LinkButton>
    </Empty>
  )
}

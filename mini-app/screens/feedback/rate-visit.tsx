import { useState } from 'react'
import { answerOf } from '../../answer.ts'
import { api, type Booking } from '../../api.ts'
import { peopleOf } from '../../bookings.ts'
import { useDays } from '../../days.ts'
import { useDraft } from '../../draft.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Face } from '../../parts/face.tsx'
import { Field } from '../../parts/field.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Stars, StarsField } from '../../parts/stars.tsx'
import { useShop } from '../../shop.ts'
import { placeToRepeat } from '../../wish.ts'
import { Recommend } from './recommend.tsx'

/** One to five, and words if one likes. What is typed stays until it has arrived. */
export function RateVisit({ booking }: { booking: Booking }) {
  const words = useWords().feedback
  const opinion = useDraft(`rating ${booking.id}`, { rating: 0, words: '', recommend: null as number | null })
  const [sent, arrive] = useState(false)
  const { rating } = opinion.draft

  const send = useAct(async () => {
    opinion.hold()
    const { id, rating, words, recommend } = opinion.draft
    await answerOf(api.feedback.$post({ json: { id, bookingId: booking.id, rating, words: words.trim(), recommend } }))
    opinion.finish()
    arrive(true)
  })

  if (sent) return <Thanks booking={booking} rating={rating} />
  return (
    <Screen
      title={words.title}
      above="/"
      foot={
        <>
          <ActProblem of={send} />
          <Button wide busy={send.busy} disabled={rating === 0} onPress={send.run}>
            {rating === 0 ? words.buttonEmpty : words.button(rating)}
          </Button>
        </>
      }
    >
      <Visit booking={booking} />
      <div className="feedback-stars">
        <h2>{words.lead}</h2>
        <StarsField label={words.lead} value={rating} onChange={(rating) => opinion.change({ rating })} />
        <p className="small muted" aria-hidden="true">
          {words.stars[rating - 1] ?? words.choose}
        </p>
      </div>
      <Field
        label={rating > 0 && rating < 4 ? words.wordsBad : words.words}
        value={opinion.draft.words}
        maxLength={2000}
        lines={4}
        onChange={(words) => opinion.change({ words })}
      />
      {rating > 0 && (
        <Recommend value={opinion.draft.recommend} onChange={(recommend) => opinion.change({ recommend })} />
      )}
    </Screen>
  )
}

function Visit({ booking }: { booking: Booking }) {
  const words = useWords()
  const days = useDays()
  const person = useShop().staff.find(({ id }) => id === booking.staffId)
  return (
    <div className="feedback-visit">
      <Face name={booking.staffName} photoUrl={person?.photoUrl ?? null} />
      <p>
        <span className="strong">
          {booking.serviceName} {words.withWhom(...peopleOf(booking))}
        </span>
        <span className="small muted feedback-when">
          {words.at(days.clock(booking.startsAt), days.day(days.dayOf(booking.startsAt)))}
        </span>
      </p>
    </div>
  )
}

function Thanks({ booking, rating }: { booking: Booking; rating: number }) {
  const words = useWords().feedback
  const again = placeToRepeat(booking, useShop())
  return (
    <Screen
      title={words.thanks}
      above="/"
      foot={
        <LinkButton to="/" wide>
          {words.home}
        </LinkButton>
      }
    >
      <Card>
        <Stars rating={rating} />
        <p role="status">{words.thanksWords}</p>
        {again && (
          <LinkButton to={again} look="soft" icon="book">
            {words.again}
          </LinkButton>
        )}
      </Card>
    </Screen>
  )
}

import { shortCode } from '../../../shared/ids.ts'
import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { minutesBetween, useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { FollowCard } from '../../parts/follow-card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import './done.css'

/** It is agreed, and this is what comes next. */
export function Done({ params }: ScreenProps) {
  const words = useWords()
  const bookings = useLoad('bookings', (signal) => answerOf(api.bookings.$get({}, until(signal))))
  const booking = bookings.answer?.find(({ id }) => id === params.id)
  const title = booking?.status === 'cancelled' ? words.done.cancelledTitle : words.done.title
  return (
    <Screen
      title={title}
      above="/"
      foot={
        <LinkButton to="/" wide>
          {words.done.home}
        </LinkButton>
      }
    >
      <Loaded of={bookings} shape={<Skeletons count={2} height={200} />}>
        {() => (booking ? <Agreed booking={booking} /> : <Empty title={words.problems.not_found} />)}
      </Loaded>
    </Screen>
  )
}

function Agreed({ booking }: { booking: Booking }) {
  const words = useWords()
  const shop = useShop()
  const days = useDays()
  const me = useLoad('me', (signal) => answerOf(api.me.$get({}, until(signal))))
  const points = Math.floor(booking.priceVnd / shop.pointsUnitVnd)
  const steps = [
    me.answer && (me.answer.phone ? words.done.message : words.done.noMessage),
    words.done.come(shop.address),
    points > 0 && words.done.earn(words.points(points)),
  ].filter((step) => typeof step === 'string')

  return (
    <>
      <Card>
        <p className="done-mark">
          <Icon name="check" size={32} />
        </p>
        <p className="done-when">{words.at(days.clock(booking.startsAt), days.day(days.dayOf(booking.startsAt)))}</p>
        <Facts
          of={[
            {
              icon: 'user',
              label: words.confirm.who,
              text: `${booking.serviceName} ${words.withWhom(booking.staffName)}`,
              more: `${words.minutes(minutesBetween(booking.startsAt, booking.endsAt))} · ${formatVnd(booking.priceVnd)}`,
            },
            { icon: 'place', label: words.confirm.where, text: shop.name, more: shop.address },
          ]}
        />
        <p className="small muted">
          {words.done.code}: <b className="done-code">{shortCode(booking.id)}</b>
        </p>
      </Card>
      {booking.status !== 'cancelled' && (
        <section className="done-next">
          <h2>{words.done.next}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
      {me.answer && !me.answer.followsOa && <FollowCard onFollowed={me.again} />}
      <LinkButton to="/bookings" look="plain">
        {words.done.bookings}
      </LinkButton>
    </>
  )
}

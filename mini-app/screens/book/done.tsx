import { shortCode } from '../../../shared/ids.ts'
import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { upcoming, waitsForDeposit } from '../../bookings.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { DepositCard } from '../../parts/deposit-card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { FollowCard } from '../../parts/follow-card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { linesOf, VisitLines } from '../../parts/visit-lines.tsx'
import { usePointsToEarn } from '../../point-words.ts'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import { AddToCalendar } from '../bookings/add-to-calendar.tsx'
import './done.css'

/** It is agreed, or asked for, and this is what comes next. */
export function Done({ params }: ScreenProps) {
  const words = useWords()
  const bookings = useLoad('bookings', (signal) => answerOf(api.bookings.$get({}, until(signal))))
  const booking = bookings.answer?.find(({ id }) => id === params.id)
  return (
    <Screen
      title={booking ? titleOf(booking) : words.done.title}
      above="/"
      foot={
        booking &&
        !waitsForDeposit(booking) && (
          <LinkButton to="/" wide>
            {words.done.home}
          </LinkButton>
        )
      }
    >
      <Loaded of={bookings} shape={<Skeletons count={2} height={200} />}>
        {(all) =>
          booking ? (
            <Agreed booking={booking} all={all} onPaid={bookings.again} />
          ) : (
            <Empty title={words.problems.not_found} />
          )
        }
      </Loaded>
    </Screen>
  )

  function titleOf(visit: Booking) {
    const { status, seriesId } = visit
    if (waitsForDeposit(visit)) return words.deposit.noTitle
    if (status === 'requested') return words.done.requestTitle
    if (status === 'cancelled') return words.done.cancelledTitle
    return seriesId ? words.done.seriesTitle : words.done.title
  }
}

type AgreedProps = { booking: Booking; all: Booking[]; onPaid: () => void }

function Agreed({ booking, all, onPaid }: AgreedProps) {
  const words = useWords()
  const shop = useShop()
  const days = useDays()
  const { status, seriesId, expiresAt, startsAt } = booking
  const isWaiting = waitsForDeposit(booking)
  const others = seriesId ? upcoming(all).filter((one) => one.seriesId === seriesId && one.id !== booking.id) : []
  const whole = (at: string) => words.at(days.clock(at), days.day(days.dayOf(at)))
  return (
    <>
      <DepositCard booking={booking} onPaid={onPaid} />
      <Card>
        <p className={status === 'requested' ? 'done-mark done-mark-waiting' : 'done-mark'}>
          <Icon name={status === 'requested' ? 'clock' : 'check'} size={32} />
        </p>
        <p className="done-when">{whole(startsAt)}</p>
        {status === 'requested' && expiresAt && !isWaiting && <p>{words.bookings.answeredBy(whole(expiresAt))}</p>}
        <VisitLines lines={linesOf(booking.parts)} total={formatVnd(booking.priceVnd)} />
        <Facts of={[{ icon: 'place', label: words.confirm.where, text: shop.name, more: shop.address }]} />
        <p className="small muted">
          {words.done.code}: <b className="done-code">{shortCode(booking.id)}</b>
        </p>
      </Card>
      {others.length > 0 && (
        <Card>
          <h2 className="done-small">{words.done.others(others.length)}</h2>
          <ul>
            {others.map(({ id, startsAt }) => (
              <li key={id}>{whole(startsAt)}</li>
            ))}
          </ul>
        </Card>
      )}
      {status === 'booked' && <AddToCalendar bookingId={booking.id} />}
      {status !== 'cancelled' && !isWaiting && <Next booking={booking} />}
      <LinkButton to="/bookings" look="plain">
        {words.done.bookings}
      </LinkButton>
    </>
  )
}

function Next({ booking }: { booking: Booking }) {
  const words = useWords()
  const shop = useShop()
  const me = useLoad('me', (signal) => answerOf(api.me.$get({}, until(signal))))
  const points = usePointsToEarn(booking.priceVnd)
  const isRequest = booking.status === 'requested'
  const told = isRequest ? words.done.requestMessage : words.done.message
  const steps = [
    me.answer && (me.answer.phone ? told : isRequest ? words.done.requestNoMessage : words.done.noMessage),
    words.done.come(shop.address),
    points && words.done.earn(points),
  ].filter((step) => typeof step === 'string')
  return (
    <>
      <section className="done-next">
        <h2>{words.done.next}</h2>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {me.answer && !me.answer.followsOa && <FollowCard onFollowed={me.again} />}
    </>
  )
}

import { formatVnd } from '../../../shared/money.ts'
import type { Booking } from '../../api.ts'
import { isAhead, isOpen, peopleOf, waitsForDeposit } from '../../bookings.ts'
import { minutesBetween, useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Button, Link, LinkButton } from '../../parts/button.tsx'
import { CallLink } from '../../parts/call-link.tsx'
import { Card } from '../../parts/card.tsx'
import { Stars } from '../../parts/stars.tsx'
import { usePointWords } from '../../point-words.ts'
import { useShop } from '../../shop.ts'
import { placeToRepeat } from '../../wish.ts'

/** One booking, and what can be done with it now. A press on its words opens it. */
export function BookingItem({ booking, onCancel }: { booking: Booking; onCancel: () => void }) {
  const words = useWords()
  const days = useDays()
  const sayPoints = usePointWords()
  const { status, points, rating } = booking
  const whole = (at: string) => words.at(days.clock(at), days.day(days.dayOf(at)))
  return (
    <Card>
      <Link to={`/bookings/${booking.id}`} className="booking-link">
        <span className="booking-head">
          <b className="booking-when">{whole(booking.startsAt)}</b>
          <span className={`chip chip-${status}`}>
            {waitsForDeposit(booking) ? words.deposit.waits : words.bookings.status[status]}
          </span>
        </span>
        <span>
          {booking.serviceName} {words.withWhom(...peopleOf(booking))}
          <span className="small muted booking-more">
            {words.minutes(minutesBetween(booking.startsAt, booking.endsAt))} · {formatVnd(booking.priceVnd)}
            {booking.people > 1 && ` · ${words.book.forPeople(booking.people)}`}
          </span>
        </span>
        {status === 'requested' && booking.expiresAt && (
          <span className="small">
            {waitsForDeposit(booking)
              ? words.deposit.until(formatVnd(booking.deposit!.amountVnd), whole(booking.expiresAt))
              : words.bookings.answeredBy(whole(booking.expiresAt))}
          </span>
        )}
        {(rating !== null || Boolean(points)) && (
          <span className="booking-got">
            {rating !== null && <Stars rating={rating} />}
            {points ? words.bookings.earned(sayPoints(points)) : null}
          </span>
        )}
      </Link>
      <BookingActs booking={booking} onCancel={onCancel} />
    </Card>
  )
}

type BookingActsProps = { booking: Booking; onCancel: () => void; hasCall?: boolean }

/** Move and cancel while both may be; afterwards rate, or begin again. `hasCall`: the way to call stands elsewhere. */
export function BookingActs({ booking, onCancel, hasCall = false }: BookingActsProps) {
  const words = useWords()
  const say = words.bookings
  const shop = useShop()
  const { id, status, canCancel, canMove } = booking
  const isFixed = isAhead(booking) && isOpen(booking) && !canCancel
  const again = isAhead(booking) ? undefined : placeToRepeat(booking, shop)
  return (
    <>
      {isFixed && <p className="small muted">{shop.selfCancel ? say.late : say.byPhone}</p>}
      <div className="booking-acts">
        {canMove && isAhead(booking) && (
          <LinkButton to={`/bookings/${id}/move`} look="soft" icon="calendar">
            {say.move}
          </LinkButton>
        )}
        {canCancel && isAhead(booking) && (
          <Button look="soft" onPress={onCancel}>
            {say.cancel}
          </Button>
        )}
        {isFixed && !hasCall && <CallLink phone={shop.phone}>{words.call}</CallLink>}
        {status === 'completed' && booking.rating === null && (
          <LinkButton to={`/feedback/${id}`} look="soft" icon="star">
            {say.rate}
          </LinkButton>
        )}
        {again && (
          <LinkButton to={again} look="soft" icon="again">
            {say.again}
          </LinkButton>
        )}
      </div>
    </>
  )
}

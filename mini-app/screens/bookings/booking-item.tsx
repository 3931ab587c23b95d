import { formatVnd } from '../../../shared/money.ts'
import type { Booking } from '../../api.ts'
import { placeToRepeat } from '../../bookings.ts'
import { minutesBetween, useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { CallLink } from '../../parts/call-link.tsx'
import { Card } from '../../parts/card.tsx'
import { Stars } from '../../parts/stars.tsx'
import { useShop } from '../../shop.ts'

/** One booking, and what can be done with it now. */
export function BookingItem({ booking, onCancel }: { booking: Booking; onCancel: () => void }) {
  const words = useWords()
  const days = useDays()
  const { status, points, rating } = booking
  return (
    <Card>
      <div className="booking-head">
        <h3 className="booking-when">
          {words.at(days.clock(booking.startsAt), days.day(days.dayOf(booking.startsAt)))}
        </h3>
        <span className={`chip chip-${status}`}>{words.bookings.status[status]}</span>
      </div>
      <div>
        <p>
          {booking.serviceName} {words.withWhom(booking.staffName)}
        </p>
        <p className="small muted">
          {words.minutes(minutesBetween(booking.startsAt, booking.endsAt))} · {formatVnd(booking.priceVnd)}
        </p>
      </div>
      {(rating !== null || Boolean(points)) && (
        <p className="booking-got">
          {rating !== null && <Stars rating={rating} />}
          {points ? words.bookings.earned(words.points(points)) : null}
        </p>
      )}
      <Acts booking={booking} onCancel={onCancel} />
    </Card>
  )
}

function Acts({ booking, onCancel }: { booking: Booking; onCancel: () => void }) {
  const words = useWords().bookings
  const callShop = useWords().call
  const { services, staff, phone } = useShop()
  const { status, canCancel } = booking
  const isOver = status !== 'booked' && status !== 'arrived'
  return (
    <>
      {status === 'booked' && !canCancel && <p className="small muted">{words.late}</p>}
      <div className="booking-acts">
        {canCancel && (
          <Button look="soft" onPress={onCancel}>
            {words.cancel}
          </Button>
        )}
        {status === 'booked' && !canCancel && <CallLink phone={phone}>{callShop}</CallLink>}
        {status === 'completed' && booking.rating === null && (
          <LinkButton to={`/feedback/${booking.id}`} look="soft" icon="star">
            {words.rate}
          </LinkButton>
        )}
        {isOver && services.some(({ id }) => id === booking.serviceId) && (
          <LinkButton to={placeToRepeat(booking, staff)} look="soft" icon="again">
            {words.again}
          </LinkButton>
        )}
      </div>
    </>
  )
}

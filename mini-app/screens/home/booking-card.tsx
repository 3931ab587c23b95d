import { displayPhone } from '../../../shared/phone.ts'
import type { Booking } from '../../api.ts'
import { lastVisit, peopleOf, upcoming, waitsForDeposit } from '../../bookings.ts'
import { minutesBetween, useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { LinkButton } from '../../parts/button.tsx'
import { CallLink } from '../../parts/call-link.tsx'
import { Card } from '../../parts/card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Icon } from '../../parts/icon.tsx'
import { mapUrl, OutLink } from '../../parts/out-link.tsx'
import { useShop } from '../../shop.ts'
import { wishOfVisit } from '../../wish.ts'
import { Rebook } from './rebook.tsx'

/** The next booking; without one, the way to the next: like last time, or the first. */
export function BookingCard({ bookings }: { bookings: Booking[] }) {
  const words = useWords()
  const shop = useShop()
  const ahead = upcoming(bookings)
  const last = lastVisit(bookings)

  if (ahead[0]) return <NextBooking booking={ahead[0]} count={ahead.length} />
  if (last && wishOfVisit(last, shop)) return <Rebook last={last} />
  return (
    <Card>
      <div>
        <h2>{words.home.first}</h2>
        <p className="muted">{words.home.firstWords}</p>
      </div>
      <LinkButton to="/services" icon="book" wide>
        {words.home.book}
      </LinkButton>
    </Card>
  )
}

function NextBooking({ booking, count }: { booking: Booking; count: number }) {
  const words = useWords()
  const shop = useShop()
  const days = useDays()
  const minutes = words.minutes(minutesBetween(booking.startsAt, booking.endsAt))
  return (
    <Card>
      <h2 className="home-label">
        <Icon name="calendar" size={20} />
        {words.home.next}
      </h2>
      {booking.status === 'requested' && (
        <p className="small">{waitsForDeposit(booking) ? words.deposit.waits : words.bookings.status.requested}</p>
      )}
      <p className="home-when">{words.at(days.clock(booking.startsAt), days.day(days.dayOf(booking.startsAt)))}</p>
      <Facts
        of={[
          {
            icon: 'user',
            label: words.confirm.who,
            text: `${booking.serviceName} ${words.withWhom(...peopleOf(booking))}`,
            more: minutes,
          },
          { icon: 'place', label: words.confirm.where, text: shop.address },
        ]}
      />
      <div className="home-acts">
        {booking.canMove && (
          <LinkButton to={`/bookings/${booking.id}/move`} look="soft" icon="clock">
            {words.bookings.move}
          </LinkButton>
        )}
        <OutLink url={mapUrl(shop.address)} icon="map">
          {words.directions}
        </OutLink>
        <LinkButton to={count > 1 ? '/bookings' : `/bookings/${booking.id}`} look="soft" icon="calendar">
          {words.home.manage(count)}
        </LinkButton>
        <CallLink phone={shop.phone}>
          {words.call}
          <span className="unseen"> {displayPhone(shop.phone)}</span>
        </CallLink>
      </div>
    </Card>
  )
}

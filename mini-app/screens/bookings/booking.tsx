import { useState } from 'react'
import { shortCode } from '../../../shared/ids.ts'
import { formatVnd } from '../../../shared/money.ts'
import { hourMs } from '../../../shared/time.ts'
import { answerOf } from '../../answer.ts'
import { api, until, type Booking as Visit } from '../../api.ts'
import { isAhead, isOpen, namedBy, waitsForDeposit } from '../../bookings.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { CallLink } from '../../parts/call-link.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { DepositCard } from '../../parts/deposit-card.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { mapUrl, OutLink } from '../../parts/out-link.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { linesOf, VisitLines } from '../../parts/visit-lines.tsx'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import { AddToCalendar } from './add-to-calendar.tsx'
import { BookingActs } from './booking-item.tsx'
import './bookings.css'
import { CancelSheet } from './cancel-sheet.tsx'

/** Opened from the list or from a message, by its whole id or its short code. */
export function Booking({ params }: ScreenProps) {
  const words = useWords()
  const bookings = useLoad('bookings', (signal) => answerOf(api.bookings.$get({}, until(signal))))
  const [isLeaving, leave] = useState(false)
  const booking = namedBy(bookings.answer ?? [], params.id!)
  return (
    <Screen title={words.bookings.one} above="/bookings">
      <Loaded of={bookings} shape={<Skeletons count={2} height={200} />}>
        {() =>
          booking ? (
            <Whole booking={booking} onCancel={() => leave(true)} onPaid={bookings.again} />
          ) : (
            <Empty title={words.feedback.unknown}>
              <LinkButton to="/bookings" look="soft">
                {words.done.bookings}
              </LinkButton>
            </Empty>
          )
        }
      </Loaded>
      {isLeaving && booking && (
        <CancelSheet
          booking={booking}
          onClose={() => {
            leave(false)
            bookings.again()
          }}
        />
      )}
    </Screen>
  )
}

/** The shop may ask two days ahead whether somebody comes. */
const askedMs = 48 * hourMs

type WholeProps = { booking: Visit; onCancel: () => void; onPaid: () => void }

function Whole({ booking, onCancel, onPaid }: WholeProps) {
  const words = useWords()
  const shop = useShop()
  const days = useDays()
  const { id, status, startsAt, expiresAt, keptAt } = booking
  const whole = (at: string) => words.at(days.clock(at), days.day(days.dayOf(at)))
  const isSoon = Date.parse(startsAt) - Date.now() < askedMs
  const isWaiting = waitsForDeposit(booking)
  const isAgreed = isAhead(booking) && status === 'booked'
  return (
    <>
      <Card>
        <div>
          <span className={`chip chip-${status}`}>
            {isWaiting ? words.deposit.waits : words.bookings.status[status]}
          </span>
        </div>
        <p className="booking-big">{whole(startsAt)}</p>
        {status === 'requested' && expiresAt && !isWaiting && <p>{words.bookings.answeredBy(whole(expiresAt))}</p>}
        {status === 'declined' && <p>{words.bookings.declined}</p>}
        {status === 'expired' && booking.deposit?.state !== 'lapsed' && <p>{words.bookings.expired}</p>}
        {keptAt && isOpen(booking) && <p className="small">{words.keep.kept}</p>}
        <VisitLines lines={linesOf(booking.parts)} total={formatVnd(booking.priceVnd)} />
        {booking.people > 1 && <p className="small muted">{words.book.forPeople(booking.people)}</p>}
        <Facts of={[{ icon: 'place', label: words.confirm.where, text: shop.name, more: shop.address }]} />
        <p className="small muted">
          {words.done.code}: <b>{shortCode(id)}</b>
        </p>
      </Card>
      <DepositCard booking={booking} onPaid={onPaid} />
      {isAgreed && isSoon && !keptAt && (
        <LinkButton to={`/bookings/${id}/keep`} icon="check" wide>
          {words.keep.button}
        </LinkButton>
      )}
      <div className="booking-acts-wide">
        <BookingActs booking={booking} onCancel={onCancel} hasCall={isAhead(booking)} />
        {isAhead(booking) && (
          <>
            <div className="booking-acts">
              <OutLink url={mapUrl(shop.address)} icon="map">
                {words.directions}
              </OutLink>
              <CallLink phone={shop.phone}>{words.call}</CallLink>
            </div>
            {isAgreed && <AddToCalendar bookingId={id} />}
          </>
        )}
      </div>
    </>
  )
}

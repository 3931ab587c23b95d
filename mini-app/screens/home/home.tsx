import { answerOf } from '../../answer.ts'
import { api, until } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { useArrival } from '../../parts/arrival.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { ServiceRows } from '../../parts/service-row.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useShop } from '../../shop.ts'
import { BookingCard } from './booking-card.tsx'
import './home.css'
import { PointsCard } from './points-card.tsx'

const servicesShown = 4

/** When am I next there, what do I have, what is there to choose: in this order, without scrolling. */
export function Home() {
  const words = useWords()
  const shop = useShop()
  const heading = useArrival(shop.name)
  const me = useLoad('me', (signal) => answerOf(api.me.$get({}, until(signal))))
  const bookings = useLoad('bookings', (signal) => answerOf(api.bookings.$get({}, until(signal))))
  const points = useLoad('points', (signal) => answerOf(api.points.$get({}, until(signal))))
  const due = useLoad('due', (signal) => answerOf(api.feedback.due.$get({}, until(signal))))

  return (
    <>
      <header className="hero">
        <p className="hero-shop">{shop.name}</p>
        <h1 ref={heading} tabIndex={-1}>
          {words.home.hello(me.answer?.name.trim().split(/\s+/).pop() ?? '')}
        </h1>
      </header>
      <main className="home-body">
        <Loaded of={bookings} shape={<Skeleton height={220} />}>
          {(mine) => <BookingCard bookings={mine} />}
        </Loaded>
        {due.answer && (
          <section className="home-rate">
            <div>
              <h2 className="home-small-title">{words.home.rate}</h2>
              <p className="small muted">{words.home.rateWords(due.answer.serviceName, due.answer.staffName)}</p>
            </div>
            <LinkButton to={`/feedback/${due.answer.id}`} look="soft">
              {words.home.rateButton}
            </LinkButton>
          </section>
        )}
        {bookings.answer !== undefined && (
          <Loaded of={points} shape={<Skeleton height={76} />}>
            {(known) => <PointsCard points={known} />}
          </Loaded>
        )}
        <section className="home-services">
          <div className="home-heading">
            <h2>{words.home.services}</h2>
            {shop.services.length > servicesShown && (
              <LinkButton to="/services" look="plain">
                {words.home.allServices}
              </LinkButton>
            )}
          </div>
          {shop.services.length === 0 && <p className="muted">{words.services.empty}</p>}
          <ServiceRows services={shop.services.slice(0, servicesShown)} />
        </section>
      </main>
    </>
  )
}

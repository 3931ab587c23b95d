import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { peopleOf } from '../../bookings.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { isUnderWay } from '../../order-words.ts'
import { useArrival } from '../../parts/arrival.ts'
import { LinkButton } from '../../parts/button.tsx'
import { InviteLink } from '../../parts/invite-link.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { ServiceRows } from '../../parts/service-row.tsx'
import { ShelfLink } from '../../parts/shelf-link.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useShop } from '../../shop.ts'
import { BookingCard } from './booking-card.tsx'
import './home.css'
import { OrdersUnderWay } from './orders-under-way.tsx'
import { PointsCard } from './points-card.tsx'

const servicesShown = 4

/** When am I next there, what do I have, what is there to choose: in this order, without scrolling. */
export function Home() {
  const words = useWords()
  const shop = useShop()
  const heading = useArrival(shop.name)
  const home = useLoad('home', async (signal) => {
    const [me, bookings, points, due, orders] = await Promise.all([
      answerOf(api.me.$get({}, until(signal))),
      answerOf(api.bookings.$get({}, until(signal))),
      answerOf(api.points.$get({}, until(signal))),
      answerOf(api.feedback.due.$get({}, until(signal))),
      shop.sellsProducts ? answerOf(api.orders.$get({ query: {} }, until(signal))) : [],
    ])
    return { me, bookings, points, due, orders: orders.filter(isUnderWay) }
  })

  return (
    <>
      <header className="hero">
        <p className="hero-shop">{shop.name}</p>
        <h1 ref={heading} tabIndex={-1}>
          {words.home.hello(home.answer?.me.name ?? '')}
        </h1>
      </header>
      <main className="home-body">
        <Loaded
          of={home}
          shape={
            <>
              <Skeleton height={246} />
              <Skeleton height={76} />
            </>
          }
        >
          {({ bookings, due, points, orders }) => (
            <>
              <OrdersUnderWay orders={orders} />
              <BookingCard bookings={bookings} />
              {due && <RateCard visit={due} />}
              <PointsCard points={points} />
              <InviteLink />
            </>
          )}
        </Loaded>
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
          <ShelfLink />
        </section>
      </main>
    </>
  )
}

function RateCard({ visit }: { visit: Booking }) {
  const words = useWords()
  return (
    <section className="home-rate">
      <div>
        <h2 className="home-small-title">{words.home.rate}</h2>
        <p className="small muted">
          {visit.serviceName} {words.withWhom(...peopleOf(visit))}
        </p>
      </div>
      <LinkButton to={`/feedback/${visit.id}`} look="soft">
        {words.home.rateButton}
      </LinkButton>
    </section>
  )
}

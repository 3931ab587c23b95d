import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { placeToRepeat } from '../../bookings.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useShop } from '../../shop.ts'

/** The same as last time, with the same person, at the first free time. */
export function Rebook({ last }: { last: Booking }) {
  const words = useWords()
  const { staff } = useShop()
  const days = useDays()
  const { serviceId } = last
  const person = staff.find(({ id }) => id === last.staffId)
  const staffId = person?.id ?? ''

  const first = useLoad(`first ${serviceId} ${staffId}`, async (signal) => {
    const ask = { serviceId, staffId }
    const soon = await answerOf(api.slots.days.$get({ query: { ...ask, from: days.today } }, until(signal)))
    const day = soon.find(({ free }) => free > 0)?.day
    const slots = day ? await answerOf(api.slots.$get({ query: { ...ask, day } }, until(signal))) : []
    return slots[0]?.startsAt ?? null
  })

  const confirmAt = (startsAt: string) =>
    `/book/${serviceId}/confirm?${new URLSearchParams({ ...(staffId && { staff: staffId }), at: startsAt })}`

  return (
    <Card>
      <h2 className="home-label">
        <Icon name="again" size={20} />
        {words.home.rebook}
      </h2>
      <div>
        <p className="home-small-title strong">{last.serviceName}</p>
        <p className="muted">{words.withWhom(person?.name ?? words.book.anyone)}</p>
      </div>
      <Loaded of={first} shape={<Skeleton height={52} />}>
        {(startsAt) =>
          startsAt ? (
            <LinkButton to={confirmAt(startsAt)} icon="book" wide>
              {words.home.rebookAt(days.clock(startsAt), days.day(days.dayOf(startsAt)))}
            </LinkButton>
          ) : (
            <p className="muted">{words.home.rebookNone}</p>
          )
        }
      </Loaded>
      <LinkButton to={placeToRepeat(last, staff)} look="plain">
        {words.home.rebookOther}
      </LinkButton>
    </Card>
  )
}

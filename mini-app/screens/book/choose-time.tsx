import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type DayOfSlots, type Service, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { CallLink } from '../../parts/call-link.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton, Skeletons } from '../../parts/skeleton.tsx'
import { navigate } from '../../router.ts'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import './choose-time.css'
import { DayStrip } from './day-strip.tsx'
import { StaffChoice } from './staff-choice.tsx'
import { TimesOfDay } from './times-of-day.tsx'

/** Who and when. The choice lives in the address, so that coming back from the next screen finds it again. */
export function ChooseTime({ params, query }: ScreenProps) {
  const words = useWords()
  const { services } = useShop()
  const service = services.find(({ id }) => id === params.serviceId)
  return (
    <Screen title={words.book.title} above="/services">
      {service ? (
        <Choices service={service} staffId={query.get('staff') ?? ''} wishedDay={query.get('day')} />
      ) : (
        <Empty title={words.book.gone}>
          <LinkButton to="/services">{words.book.choose}</LinkButton>
        </Empty>
      )}
    </Screen>
  )
}

type ChoicesProps = { service: Service; staffId: string; wishedDay: string | null }

function Choices({ service, staffId, wishedDay }: ChoicesProps) {
  const words = useWords()
  const { staff } = useShop()
  const { today } = useDays()
  const query = { serviceId: service.id, staffId }
  const days = useLoad(`days ${service.id} ${staffId} ${today}`, (signal) =>
    answerOf(api.slots.days.$get({ query: { ...query, from: today } }, until(signal))),
  )
  const day = dayToShow(days.answer, wishedDay)

  const choose = (staff: string, day: string) =>
    navigate(`/book/${service.id}?${new URLSearchParams({ ...(staff && { staff }), ...(day && { day }) })}`, {
      replace: true,
    })

  return (
    <>
      <Card tone="soft">
        <div className="book-what">
          <h2>{service.name}</h2>
          <span className="strong">{formatVnd(service.priceVnd)}</span>
          <span className="small">{words.minutes(service.durationMinutes)}</span>
        </div>
      </Card>
      {staff.length > 1 && <StaffChoice staff={staff} chosen={staffId} onChoose={(id) => choose(id, day?.day ?? '')} />}
      <section className="book-part">
        <h2>{words.book.day}</h2>
        <Loaded of={days} shape={<Skeleton height={88} />}>
          {(list) => <DayStrip days={list} chosen={day?.day} onChoose={(next) => choose(staffId, next)} />}
        </Loaded>
      </section>
      {days.answer && !days.answer.some(({ free }) => free > 0) ? (
        <NothingFree />
      ) : (
        <section className="book-part">
          <h2>{words.book.time}</h2>
          {day && days.answer ? (
            <TimesOfDay
              service={service}
              staffId={staffId}
              day={day}
              days={days.answer}
              onDay={(next) => choose(staffId, next)}
            />
          ) : (
            !days.problem && <Skeletons count={2} height={120} />
          )}
        </section>
      )}
    </>
  )
}

/** The day somebody chose, or else the first on which there is room. */
const dayToShow = (days: DayOfSlots[] | undefined, wished: string | null) =>
  days?.find(({ day }) => day === wished) ?? days?.find(({ free }) => free > 0)

function NothingFree() {
  const words = useWords()
  const shop = useShop()
  return (
    <Card>
      <p>{words.book.noneAtAll}</p>
      <CallLink phone={shop.phone}>{words.call}</CallLink>
    </Card>
  )
}

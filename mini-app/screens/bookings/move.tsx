import { useState } from 'react'
import type { SeriesScope } from '../../../shared/booking.ts'
import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { namedBy, peopleOf } from '../../bookings.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { CallLink } from '../../parts/call-link.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { navigate } from '../../router.ts'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import type { Wish } from '../../wish.ts'
import '../book/book.css'
import { firstDayOf, useFreeDays } from '../book/free-days.ts'
import { WhenPicker } from '../book/when-picker.tsx'
import { ScopeChoice } from './scope-choice.tsx'

/** Another time for a booking: the same days and times as when it was made, then one press. Messages lead here too. */
export function Move({ params, query }: ScreenProps) {
  const words = useWords()
  const bookings = useLoad('bookings', (signal) => answerOf(api.bookings.$get({}, until(signal))))
  const booking = namedBy(bookings.answer ?? [], params.id!)
  return (
    <Screen title={words.move.title} above={`/bookings/${params.id}`}>
      <Loaded of={bookings} shape={<Skeletons count={3} height={120} />}>
        {() => (booking?.canMove ? <Another booking={booking} query={query} /> : <Cannot booking={booking} />)}
      </Loaded>
    </Screen>
  )
}

function Cannot({ booking }: { booking: Booking | undefined }) {
  const words = useWords()
  const shop = useShop()
  const isFixed = booking && (booking.status === 'booked' || booking.status === 'requested')
  return (
    <Empty title={isFixed ? words.move.late : words.move.over}>
      {isFixed && <CallLink phone={shop.phone}>{words.call}</CallLink>}
      <LinkButton to="/bookings" look="soft">
        {words.done.bookings}
      </LinkButton>
    </Empty>
  )
}

/** By those who were asked for; whom it does not matter to is asked again. */
const wishOf = ({ parts, people }: Booking): Wish => ({
  people,
  parts: parts.map(({ serviceId, variantId, addons, staffId, staffAsked }) => ({
    ...{ serviceId, variantId, staffId: staffAsked ? staffId : null },
    addonIds: addons.map(({ id }) => id),
  })),
})

function Another({ booking, query }: { booking: Booking; query: URLSearchParams }) {
  const words = useWords()
  const days = useDays()
  const [chosen, choose] = useState<string>()
  const [tries, tryAgain] = useState(0)
  const from = firstDayOf(query, days.today)
  const wished = query.get('day') ?? undefined
  const free = useFreeDays({ wish: wishOf(booking), from, moving: booking.id, wished })
  const show = (when: Record<string, string>) =>
    navigate(`/bookings/${booking.id}/move?${new URLSearchParams(when)}`, { replace: true })

  function close(isRefused: boolean) {
    choose(undefined)
    if (!isRefused) return
    // It may be taken by now: days and times are asked for afresh.
    tryAgain(tries + 1)
    free.days.again()
  }

  return (
    <>
      <Card tone="soft">
        <div>
          <p className="small">{words.move.now}</p>
          <p className="strong">{words.at(days.clock(booking.startsAt), days.day(days.dayOf(booking.startsAt)))}</p>
          <p className="small">
            {booking.serviceName} {words.withWhom(...peopleOf(booking))}
          </p>
        </div>
      </Card>
      <WhenPicker
        key={tries}
        free={free}
        onDay={(day) => show({ day, from })}
        onFrom={(next) => show({ from: next })}
        onTime={choose}
      />
      {chosen && <MoveSheet booking={booking} startsAt={chosen} onClose={close} />}
    </>
  )
}

type MoveSheetProps = { booking: Booking; startsAt: string; onClose: (isRefused: boolean) => void }

function MoveSheet({ booking, startsAt, onClose }: MoveSheetProps) {
  const words = useWords()
  const days = useDays()
  const [scope, mean] = useState<SeriesScope>('this')
  const whole = (at: string) => words.at(days.clock(at), days.fullDay(days.dayOf(at)))
  const move = useAct(async () => {
    await answerOf(api.bookings[':id'].move.$post({ param: { id: booking.id }, json: { startsAt, scope } }))
    navigate(`/bookings/${booking.id}`, { replace: true })
  })
  const close = () => onClose(move.problem !== undefined)
  return (
    <Sheet title={words.move.sheet} onClose={close}>
      <p>{words.move.fromTo(whole(booking.startsAt), whole(startsAt))}</p>
      {booking.seriesId && <ScopeChoice chosen={scope} onChoose={mean} />}
      <ActProblem of={move} />
      <Button wide busy={move.busy} onPress={move.run}>
        {words.move.button(days.clock(startsAt), days.weekday(days.dayOf(startsAt)))}
      </Button>
      <Button look="plain" wide onPress={close}>
        {words.move.no}
      </Button>
    </Sheet>
  )
}

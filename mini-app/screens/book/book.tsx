import { useState } from 'react'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Stepper } from '../../parts/stepper.tsx'
import { priced, sayPrice } from '../../pricing.ts'
import { navigate } from '../../router.ts'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import { partsMost, peopleMost, placeOf, type Wish, wishIn } from '../../wish.ts'
import './book.css'
import { ChosenParts } from './chosen-parts.tsx'
import { firstDayOf, useFreeDays } from './free-days.ts'
import { WaitSheet } from './wait-sheet.tsx'
import { WhenPicker } from './when-picker.tsx'

/** What, with whom and when. All of it lives in the address. `/book/<service>` is where a booking of one begins. */
export function Book({ params, query }: ScreenProps) {
  const words = useWords()
  const shop = useShop()
  const wish = wishIn(query.has('p') ? query : new URLSearchParams({ p: params.serviceId ?? '' }), shop)
  if (wish.parts.length > 0) return <Choices wish={wish} query={query} />
  return (
    <Screen title={words.book.title} above="/services">
      <Empty title={words.book.gone}>
        <LinkButton to="/services">{words.book.choose}</LinkButton>
      </Empty>
    </Screen>
  )
}

function Choices({ wish, query }: { wish: Wish; query: URLSearchParams }) {
  const words = useWords()
  const { services } = useShop()
  const { today } = useDays()
  const [isWaiting, wait] = useState(false)
  const [from, day] = [firstDayOf(query, today), query.get('day') ?? undefined]
  const free = useFreeDays({ wish, from, wished: day })
  const most = peopleMost(wish.parts, services)

  const choose = (next: Wish, when: { day?: string | undefined; from?: string | undefined } = { day, from }) =>
    navigate(placeOf('/book', next, { ...when, from: when.from === today ? undefined : when.from }), { replace: true })
  const confirm = (at: string) => navigate(placeOf('/book/confirm', wish, { at }))

  return (
    <Screen title={words.book.title} above="/services" foot={<Sum wish={wish} first={free.first} onFirst={confirm} />}>
      <ChosenParts wish={wish} onChange={choose} />
      {wish.parts.length < partsMost && (
        <div className="book-more">
          <LinkButton to={placeOf('/book/add', wish, { day })} look="plain" icon="plus">
            {words.book.addService}
          </LinkButton>
        </div>
      )}
      {most > 1 && (
        <Card>
          <Stepper
            label={words.book.people}
            value={wish.people}
            least={1}
            most={most}
            onChange={(people) => choose({ ...wish, people })}
          />
        </Card>
      )}
      <WhenPicker
        free={free}
        onDay={(next) => choose(wish, { day: next, from })}
        onFrom={(next) => choose(wish, { from: next })}
        onTime={confirm}
        onWait={() => wait(true)}
      />
      {isWaiting && <WaitSheet wish={wish} day={free.day?.day ?? from} onClose={() => wait(false)} />}
    </Screen>
  )
}

type SumProps = { wish: Wish; first: string | undefined; onFirst: (at: string) => void }

/** What it comes to, and the soonest time, one touch away. */
function Sum({ wish, first, onFirst }: SumProps) {
  const words = useWords()
  const shop = useShop()
  const days = useDays()
  const sum = priced(wish, shop)
  return (
    <>
      <p className="book-sum" role="status">
        <span className="small muted">
          {sum.pieces.length > 1 && `${words.book.count(sum.pieces.length)} · `}
          {words.minutes(sum.minutes)}
        </span>
        <span className="strong">{sayPrice(sum, words)}</span>
      </p>
      {first && (
        <Button wide onPress={() => onFirst(first)}>
          {words.book.first(days.clock(first), days.weekday(days.dayOf(first)))}
        </Button>
      )}
    </>
  )
}

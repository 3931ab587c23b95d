import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { pieceOf } from '../../pricing.ts'
import { useShop } from '../../shop.ts'
import { placeOf, type Wish, wishOfVisit } from '../../wish.ts'

/** The same as last time, with the same people, at the first free time. */
export function Rebook({ last }: { last: Booking }) {
  const words = useWords()
  const shop = useShop()
  const days = useDays()
  const wish = wishOfVisit(last, shop)!
  const first = useFirstFree(wish)
  const pieces = wish.parts.map((part) => pieceOf(part, shop, wish.people))
  const who = [...new Set(pieces.map(({ staffName }) => staffName ?? words.book.anyone))]
  return (
    <Card>
      <h2 className="home-label">
        <Icon name="again" size={20} />
        {words.home.rebook}
      </h2>
      <div>
        <p className="home-small-title strong">
          {pieces.map(({ name, addonNames }) => [name, ...addonNames].join(' + ')).join(' + ')}
        </p>
        <p className="muted">{words.withWhom(...who)}</p>
      </div>
      <Loaded of={first} shape={<Skeleton height={52} />}>
        {(at) =>
          at ? (
            <LinkButton to={placeOf('/book/confirm', wish, { at })} icon="book" wide>
              {words.home.rebookAt(days.clock(at), days.day(days.dayOf(at)))}
            </LinkButton>
          ) : (
            <p className="muted">{words.home.rebookNone}</p>
          )
        }
      </Loaded>
      <LinkButton to={placeOf('/book', wish)} look="plain">
        {words.home.rebookOther}
      </LinkButton>
    </Card>
  )
}

function useFirstFree(wish: Wish) {
  const { today } = useDays()
  const wanted = JSON.stringify(wish)
  return useLoad(`first ${today} ${wanted}`, async (signal) => {
    const soon = await answerOf(api.slots.days.$get({ query: { wanted, from: today } }, until(signal)))
    return soon.find(({ first }) => first)?.first ?? null
  })
}

import { answerOf } from '../../answer.ts'
import { api, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useDraft } from '../../draft.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton, Skeletons } from '../../parts/skeleton.tsx'
import { priced, sayPrice } from '../../pricing.ts'
import { problemOf } from '../../problem.ts'
import { navigate } from '../../router.ts'
import type { ScreenProps } from '../../routes.tsx'
import { useShop } from '../../shop.ts'
import { placeOf } from '../../wish.ts'
import './rebook.css'

/** Opened from a message: the same again at one of three times. The press on a time books it. */
export function Rebook({ params }: ScreenProps) {
  const words = useWords().rebook
  const days = useDays()
  const token = params.token!
  const draft = useDraft(`rebook ${token}`, {}) // one id for the link: pressing twice is one booking
  const choices = useLoad(`rebook ${token}`, (signal) =>
    answerOf(api.rebook[':token'].$get({ param: { token } }, until(signal))),
  )
  const book = useAct(async (startsAt: string) => {
    draft.hold()
    try {
      const json = { id: draft.draft.id, startsAt }
      const booking = await answerOf(api.rebook[':token'].$post({ param: { token }, json }))
      draft.finish()
      navigate(`/bookings/${booking.id}/done`, { replace: true })
    } catch (thrown) {
      if (problemOf(thrown).kind === 'refusal') choices.again() // it has gone: the next times are shown
      throw thrown
    }
  })

  if (choices.problem?.kind === 'refusal') return <Spent sentence={choices.problem.sentence ?? ''} />
  return (
    <Screen title={words.title} above="/">
      <Loaded
        of={choices}
        shape={
          <>
            <Skeleton height={96} />
            <Skeletons count={3} height={76} />
          </>
        }
      >
        {({ serviceName, staffName, wanted, slots, deposit }) => (
          <>
            <Same serviceName={serviceName} staffName={staffName} wanted={wanted} />
            <ActProblem of={book} />
            {slots.length > 0 ? (
              <>
                <h2 className="rebook-lead">{words.lead}</h2>
                {slots.map(({ startsAt }) => (
                  <button
                    key={startsAt}
                    type="button"
                    className="rebook-time"
                    aria-busy={book.busy || undefined}
                    onClick={() =>
                      // What is paid ahead is read and agreed to first.
                      deposit ? navigate(placeOf('/book/confirm', wanted, { at: startsAt })) : book.run(startsAt)
                    }
                  >
                    <b>{words.time(days.clock(startsAt))}</b> <span>{days.fullDay(days.dayOf(startsAt))}</span>
                  </button>
                ))}
              </>
            ) : (
              <p className="muted">{words.none}</p>
            )}
            <LinkButton to={placeOf('/book', wanted)} look="plain">
              {words.other}
            </LinkButton>
          </>
        )}
      </Loaded>
    </Screen>
  )
}

type SameProps = { serviceName: string; staffName: string; wanted: Parameters<typeof priced>[0] }

function Same({ serviceName, staffName, wanted }: SameProps) {
  const words = useWords()
  const shop = useShop()
  const isSold = wanted.parts.every(({ serviceId }) => shop.services.some(({ id }) => id === serviceId))
  const names = wanted.parts.map(({ staffId }) => shop.staff.find(({ id }) => id === staffId)?.name)
  const who = [...new Set(names)].filter((name) => name !== undefined)
  return (
    <Card tone="soft">
      <div>
        <p className="strong">{serviceName}</p>
        <p>{who.length > 0 ? words.withWhom(...who) : words.rebook.notWith(staffName)}</p>
        {isSold && (
          <p className="small">
            {words.minutes(priced(wanted, shop).minutes)} · {sayPrice(priced(wanted, shop), words)}
          </p>
        )}
      </div>
    </Card>
  )
}

/** Used, too old, or another person's: what to do instead. */
function Spent({ sentence }: { sentence: string }) {
  const words = useWords()
  return (
    <Screen title={words.rebook.title} above="/">
      <Empty title={sentence} words={words.rebook.instead}>
        <LinkButton to="/services" icon="book">
          {words.home.book}
        </LinkButton>
        <LinkButton to="/bookings" look="plain">
          {words.done.bookings}
        </LinkButton>
      </Empty>
    </Screen>
  )
}

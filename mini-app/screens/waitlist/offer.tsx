import { useRef, useState } from 'react'
import { newId } from '../../../shared/ids.ts'
import { answerOf } from '../../answer.ts'
import { api, until, type Wait } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Countdown, useSecondsLeft } from '../../parts/countdown.tsx'
import { DepositTerms } from '../../parts/deposit-terms.tsx'
import { ActProblem, Loaded } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { navigate } from '../../router.ts'
import type { ScreenProps } from '../../routes.tsx'
import { placeOf } from '../../wish.ts'
import '../bookings/bookings.css'
import { useWaitWords } from './wait-words.ts'

/** Opened from a message: a time was freed, and one press takes it. */
export function Offer({ params }: ScreenProps) {
  const words = useWords()
  const waits = useLoad('waits', (signal) => answerOf(api.waitlist.$get({}, until(signal))))
  const wait = waits.answer?.find(({ id }) => id === params.id)
  const isOffered = wait?.state === 'offered' && wait.offeredStartsAt !== null
  return (
    <Screen title={isOffered ? words.offer.title : words.wait.one} above="/bookings">
      <Loaded of={waits} shape={<Skeleton height={240} />}>
        {() =>
          !wait ? (
            <Empty title={words.offer.unknown}>
              <LinkButton to="/services">{words.home.book}</LinkButton>
            </Empty>
          ) : isOffered ? (
            <Offered wait={wait} startsAt={wait.offeredStartsAt!} />
          ) : (
            <NotNow wait={wait} />
          )
        }
      </Loaded>
    </Screen>
  )
}

/** The clock of a phone may be wrong: it warns, and the shop alone says that an offer is over. */
function Offered({ wait, startsAt }: { wait: Wait; startsAt: string }) {
  const words = useWords()
  const days = useDays()
  const id = useRef(newId()) // kept across retries: taking it twice is one booking
  const until = wait.offerEndsAt ? Date.parse(wait.offerEndsAt) : undefined
  const left = useSecondsLeft(until ?? 0)
  const [agreed, agree] = useState(false)
  const { deposit } = wait
  const policyId = deposit?.policy?.id
  const [clock, day] = [days.clock(startsAt), days.dayOf(startsAt)]

  const take = useAct(async () => {
    const param = { id: wait.id }
    const booking = await answerOf(
      api.waitlist[':id'].accept.$post({ param, json: { id: id.current, ...(policyId && { policyId }) } }),
    )
    navigate(`/bookings/${booking.id}/done`, { replace: true })
  })
  const pass = useAct(async () => {
    await answerOf(api.waitlist[':id'].$delete({ param: { id: wait.id } }))
    navigate('/bookings', { replace: true })
  })

  return (
    <Card>
      <p className="booking-big">{words.at(clock, days.day(day))}</p>
      <p>{wait.serviceName}</p>
      {until === undefined && <p className="small muted">{words.offer.firstWins}</p>}
      {until !== undefined && left > 0 && <Countdown until={until} left={left} />}
      {until !== undefined && left === 0 && (
        <p className="problem-line" role="alert">
          {words.offer.over}
        </p>
      )}
      {deposit && <DepositTerms asked={deposit} agreed={agreed} onAgree={agree} />}
      <ActProblem of={take} />
      <ActProblem of={pass} />
      {take.problem?.kind === 'refusal' ? (
        <OtherTime wait={wait} />
      ) : (
        <Button wide busy={take.busy} disabled={deposit !== null && !agreed} onPress={take.run}>
          {words.offer.take(clock, days.weekday(day))}
        </Button>
      )}
      <Button look="plain" busy={pass.busy} onPress={pass.run}>
        {words.offer.pass}
      </Button>
    </Card>
  )
}

const OtherTime = ({ wait }: { wait: Wait }) => (
  <LinkButton to={placeOf('/book', wait.wanted, { day: wait.day })} look="soft" icon="book">
    {useWords().confirm.otherTime}
  </LinkButton>
)

function NotNow({ wait }: { wait: Wait }) {
  const words = useWords()
  const { when } = useWaitWords()
  return (
    <Empty title={words.wait.states[wait.state]} words={words.offer.why[wait.state]}>
      <p>
        {wait.serviceName}, {when(wait)}
      </p>
      {wait.state !== 'booked' && <OtherTime wait={wait} />}
      <LinkButton to="/bookings" look={wait.state === 'booked' ? 'soft' : 'plain'}>
        {words.done.bookings}
      </LinkButton>
    </Empty>
  )
}

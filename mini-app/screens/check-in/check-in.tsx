import { useEffect, useState } from 'react'
import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Booking, until } from '../../api.ts'
import { useDays } from '../../days.ts'
import { useWords } from '../../language.ts'
import { useAct, useLoad } from '../../load.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Card, Empty } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Skeletons } from '../../parts/skeleton.tsx'
import { linesOf, VisitLines } from '../../parts/visit-lines.tsx'
import type { ScreenProps } from '../../routes.tsx'
import '../book/done.css'
import { JoinQueue } from './join-queue.tsx'
import { QueuePlace, useQueuePlace } from './queue-place.tsx'

/** Opened by the code at the shop's door: says that somebody is here, or lets them wait for a free chair. */
export function CheckIn({ query }: ScreenProps) {
  const words = useWords()
  const code = query.get('code') ?? ''
  const [visit, begin] = useState<Booking>()
  const place = useQueuePlace()
  const enter = useAct(async () => begin(await answerOf(api['check-in'].$post({ json: { code } }))))

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each code
  useEffect(() => {
    if (code) void enter.run()
  }, [code])

  const { problem } = enter
  return (
    <Screen title={words.checkIn.title} above="/">
      {visit ? (
        <Welcome visit={visit} />
      ) : place.answer ? (
        <QueuePlace place={place.answer} onLeft={place.again} />
      ) : !code || problem?.code === 'door_code_void' ? (
        <Empty title={problem?.sentence ?? words.checkIn.noCode}>
          <LinkButton to="/bookings" look="soft">
            {words.done.bookings}
          </LinkButton>
        </Empty>
      ) : problem?.code === 'no_booking_now' ? (
        <JoinQueue code={code} sentence={problem.sentence ?? ''} onJoined={place.again} />
      ) : problem ? (
        <Card>
          <ActProblem of={enter} />
          <Button look="soft" icon="again" busy={enter.busy} onPress={enter.run}>
            {words.again}
          </Button>
        </Card>
      ) : (
        <Skeletons count={2} height={140} />
      )}
    </Screen>
  )
}

function Welcome({ visit }: { visit: Booking }) {
  const words = useWords()
  const days = useDays()
  const me = useLoad('me', (signal) => answerOf(api.me.$get({}, until(signal))))
  return (
    <>
      <Card>
        <p className="done-mark">
          <Icon name="check" size={32} />
        </p>
        <p className="done-when" role="status">
          {words.checkIn.welcome(me.answer?.name ?? '')}
        </p>
        <p className="muted">{words.checkIn.at(days.clock(visit.startsAt))}</p>
        <VisitLines lines={linesOf(visit.parts)} total={formatVnd(visit.priceVnd)} />
      </Card>
      <LinkButton to="/" look="plain">
        {words.done.home}
      </LinkButton>
    </>
  )
}

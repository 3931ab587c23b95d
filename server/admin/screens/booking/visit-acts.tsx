import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useNow } from '../../parts/use-now.ts'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { DecideRequest } from './decide-request.tsx'
import { DepositActs } from './deposit-acts.tsx'
import { type Asking, VisitDialogs } from './visit-dialogs.tsx'
import { VisitPhotos } from './visit-photos.tsx'
import { minutesLate, nameOf, waitsForDeposit } from './visits.ts'

/** There is money to pay back, or a package paid for it all. */
const canGoBack = ({ paidVnd, refundedVnd, prepaidVnd }: Visit) =>
  (paidVnd ?? 0) > refundedVnd || (paidVnd === 0 && prepaidVnd > 0)

/** `onAsking` says that a dialog is open, so that what holds the buttons stays. */
type Props = { visit: Visit; onDone?: () => void; onAsking?: (asking: boolean) => void }

/** Only what makes sense now: who is expected can arrive, who is here can begin or be done, a no-show be taken back. */
export function VisitActs({ visit, onDone, onAsking }: Props) {
  const words = useWords()
  const may = useMay()
  const { today, dayAt } = useFormats()
  const [asking, setAsking] = useState<Asking>()
  const ask = (what: Asking | undefined) => {
    setAsking(what)
    onAsking?.(what !== undefined)
  }
  const name = nameOf(visit, words)
  const param = { id: visit.id }
  const act = { done: onDone }
  const arrive = useAct(() => answerOf(api.bookings[':id'].arrive.$post({ param })), {
    ...act,
    said: () => words.visit.arrived(name),
  })
  const start = useAct(() => answerOf(api.bookings[':id'].start.$post({ param })), {
    ...act,
    said: () => words.visit.started(name),
  })
  const undo = useAct(() => answerOf(api.bookings[':id']['undo-no-show'].$post({ param })), {
    ...act,
    said: () => words.visit.undone(name),
  })
  const now = useNow()
  const close = () => ask(undefined)
  const closeAll = () => {
    close()
    onDone?.()
  }
  const { status } = visit
  const isHere = status === 'arrived' || status === 'in_service'
  const isOpen = status === 'booked' || isHere

  return (
    <Group gap={8}>
      {waitsForDeposit(visit) && <DepositActs visit={visit} asking={asking} onAsk={ask} onDone={closeAll} />}
      {status === 'requested' && (
        <DecideRequest
          {...{ visit, declining: asking === 'decline', onDecline: () => ask('decline'), onClose: close }}
          onDone={closeAll}
        />
      )}
      {status === 'booked' && dayAt(visit.startsAt) <= today && (
        <Button loading={arrive.isPending} onClick={() => arrive.mutate(undefined)}>
          {words.visit.arrive}
        </Button>
      )}
      {status === 'arrived' && (
        <Button variant="default" loading={start.isPending} onClick={() => start.mutate(undefined)}>
          {words.visit.start}
        </Button>
      )}
      {isHere && <Button onClick={() => ask('complete')}>{words.visit.complete}</Button>}
      {['requested', 'booked', 'arrived'].includes(status) && (
        <Button variant="default" onClick={() => ask('move')}>
          {words.move.title}
        </Button>
      )}
      {status === 'booked' && minutesLate(visit, now) >= 15 && (
        <Button variant="default" onClick={() => ask('no-show')}>
          {words.visit.noShow}
        </Button>
      )}
      {isOpen && (
        <Button variant="subtle" color="var(--bad)" onClick={() => ask('cancel')}>
          {words.visit.cancel}
        </Button>
      )}
      {status === 'no_show' && minutesLate(visit, now) < 2 * 1440 && (
        <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(undefined)}>
          {words.visit.undo}
        </Button>
      )}
      {status === 'completed' && canGoBack(visit) && may('manager') && (
        <Button variant="default" onClick={() => ask('refund')}>
          {words.refund.open}
        </Button>
      )}
      {status === 'completed' && !visit.customer && Date.parse(visit.statusAt) > now - 7 * 86_400_000 && (
        <Button variant="default" onClick={() => ask('claim')}>
          {words.claim.open}
        </Button>
      )}
      <VisitPhotos visit={visit} onAsking={onAsking} />
      <VisitDialogs visit={visit} asking={asking} onClose={close} onDone={closeAll} />
    </Group>
  )
}

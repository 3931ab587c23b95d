import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWords } from '../../words/words.ts'
import { CancelVisit } from './cancel-visit.tsx'
import { CompleteVisit } from './complete-visit.tsx'
import { minutesLate, nameOf } from './visits.ts'

/** `onAsking` says that a dialog is open, so that what holds the buttons stays. */
type Props = { visit: Visit; onDone?: () => void; onAsking?: (asking: boolean) => void }

/** Only what makes sense now: who is expected can arrive, who is here can be done, a no-show can be taken back. */
export function VisitActs({ visit, onDone, onAsking }: Props) {
  const words = useWords()
  const { today, dayAt } = useFormats()
  const [asking, setAsking] = useState<'complete' | 'cancel' | 'no-show'>()
  const ask = (what: typeof asking) => {
    setAsking(what)
    onAsking?.(what !== undefined)
  }
  const name = nameOf(visit, words)
  const param = { id: visit.id }
  const arrive = useAct(() => answerOf(api.bookings[':id'].arrive.$post({ param })), {
    said: () => words.visit.arrived(name),
    done: onDone,
  })
  const undo = useAct(() => answerOf(api.bookings[':id']['undo-no-show'].$post({ param })), {
    said: () => words.visit.undone(name),
    done: onDone,
  })
  const now = useNow()
  const close = () => ask(undefined)
  const closeAll = () => {
    close()
    onDone?.()
  }

  return (
    <Group gap={8}>
      {visit.status === 'booked' && dayAt(visit.startsAt) <= today && (
        <Button loading={arrive.isPending} onClick={() => arrive.mutate(undefined)}>
          {words.visit.arrive}
        </Button>
      )}
      {visit.status === 'arrived' && <Button onClick={() => ask('complete')}>{words.visit.complete}</Button>}
      {visit.status === 'booked' && minutesLate(visit, now) >= 15 && (
        <Button variant="default" onClick={() => ask('no-show')}>
          {words.visit.noShow}
        </Button>
      )}
      {(visit.status === 'booked' || visit.status === 'arrived') && (
        <Button variant="subtle" color="var(--bad)" onClick={() => ask('cancel')}>
          {words.visit.cancel}
        </Button>
      )}
      {visit.status === 'no_show' && minutesLate(visit, now) < 2 * 1440 && (
        <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(undefined)}>
          {words.visit.undo}
        </Button>
      )}
      <CompleteVisit visit={visit} opened={asking === 'complete'} onClose={close} onDone={closeAll} />
      <CancelVisit
        visit={visit}
        asking={asking === 'complete' ? undefined : asking}
        onClose={close}
        onDone={closeAll}
      />
    </Group>
  )
}

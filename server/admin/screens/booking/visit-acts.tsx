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

/** Only what makes sense now: who is expected can arrive, who is here can be done, a no-show can be taken back. */
export function VisitActs({ visit, onDone }: { visit: Visit; onDone?: () => void }) {
  const words = useWords()
  const { today, dayAt } = useFormats()
  const [asking, setAsking] = useState<'complete' | 'cancel' | 'no-show'>()
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
  const close = () => setAsking(undefined)
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
      {visit.status === 'arrived' && <Button onClick={() => setAsking('complete')}>{words.visit.complete}</Button>}
      {visit.status === 'booked' && minutesLate(visit, now) >= 15 && (
        <Button variant="default" onClick={() => setAsking('no-show')}>
          {words.visit.noShow}
        </Button>
      )}
      {(visit.status === 'booked' || visit.status === 'arrived') && (
        <Button variant="subtle" color="red.8" onClick={() => setAsking('cancel')}>
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

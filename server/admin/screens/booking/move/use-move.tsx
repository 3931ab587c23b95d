import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SeriesScope } from '../../../../../shared/booking.ts'
import type { Visit } from '../../../answers.ts'
import { answerOf, api, Problem } from '../../../api.ts'
import { tell, tellProblem } from '../../../parts/act.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { useWords } from '../../../words/words.ts'
import { nameOf } from '../visits.ts'
import { AskBeforeMove, type Asked } from './ask-before-move.tsx'

type Target = { startsAt: string; staffIds?: string[]; minutes?: number; overrideReason?: string; scope?: SeriesScope }
export type WantedMove = Target & { visit: Visit; conflict?: { words: string; mayOverride: boolean } }

const putMove = ({ id, version }: Visit, target: Target) =>
  answerOf(api.bookings[':id'].move.$post({ param: { id }, json: { ...target, version } }))

const lasting = ({ startsAt, endsAt }: Visit) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000

/**
 * Moves a visit and offers to take it back. What cannot be is told at once; what of a series is meant, and why against
 * the hours or limits, is asked for by `asking`, which is to be rendered somewhere.
 */
export function useMove() {
  const words = useWords()
  const { time, day, dayAt } = useFormats()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked & { wanted: WantedMove; answer: (moved: boolean) => void }>()

  async function undo(before: Visit, after: Visit, scope: SeriesScope | undefined) {
    const { startsAt, parts, overrideReason } = before
    const target = { startsAt, staffIds: parts.map(({ staffId }) => staffId), scope }
    const minutes = lasting(before) === lasting(after) ? {} : { minutes: lasting(before) }
    try {
      await putMove(after, { ...target, ...minutes, ...(overrideReason && { overrideReason }) })
      tell(words.move.undone(nameOf(before, words)))
    } catch (problem) {
      tellProblem(problem as Problem)
    }
    await queries.invalidateQueries()
  }

  function sayMoved(before: Visit, after: Visit, scope: SeriesScope | undefined) {
    const id = `moved ${after.id}`
    const said = words.move.moved(nameOf(after, words), time(after.startsAt), day(dayAt(after.startsAt)))
    const willBeTold =
      after.customer &&
      after.status === 'booked' &&
      (before.startsAt !== after.startsAt || before.staffId !== after.staffId)
    const undoIt = () => {
      notifications.hide(id)
      void undo(before, after, scope)
    }
    const message = (
      <Group gap={8} justify="space-between" wrap="nowrap">
        <Text size="sm">
          {said} {willBeTold && words.move.told}
        </Text>
        <Button variant="subtle" onClick={undoIt} style={{ flex: 'none' }}>
          {words.move.undo}
        </Button>
      </Group>
    )
    notifications.hide(id)
    notifications.show({ id, color: 'brand', autoClose: 12_000, message })
  }

  const ask = (question: Asked, wanted: WantedMove) =>
    new Promise<boolean>((answer) => setAsked({ ...question, wanted, answer }))

  /** Whether the visit now lies there. */
  async function move(wanted: WantedMove): Promise<boolean> {
    const { visit, conflict, ...target } = wanted
    if (conflict && !conflict.mayOverride) {
      notifications.show({ message: words.move.stays(conflict.words), color: 'red', autoClose: 8000 })
      return false
    }
    if (visit.seriesId && !target.scope) return ask({ what: 'scope' }, wanted)
    if (conflict && !target.overrideReason) return ask({ what: 'reason', why: conflict.words }, wanted)
    try {
      const after = await putMove(visit, target)
      sayMoved(visit, after, target.scope)
      await queries.invalidateQueries()
      return true
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      if (problem.code === 'needs_reason') return ask({ what: 'reason', why: problem.message }, wanted)
      tellProblem(problem)
      await queries.invalidateQueries()
      return false
    }
  }

  const close = () => {
    asked?.answer(false)
    setAsked(undefined)
  }
  const say = async (more: Pick<Target, 'scope' | 'overrideReason'>) => {
    if (!asked) return
    setAsked(undefined)
    asked.answer(await move({ ...asked.wanted, ...more }))
  }
  return { move, asking: <AskBeforeMove asked={asked} onClose={close} onSay={say} /> }
}

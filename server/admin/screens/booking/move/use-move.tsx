import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Visit } from '../../../answers.ts'
import { Problem } from '../../../api.ts'
import { tell, tellProblem } from '../../../parts/act.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { useWords } from '../../../words/words.ts'
import { nameOf } from '../visits.ts'
import { AskBeforeMove, type Asked } from './ask-before-move.tsx'
import { backTo, isTold, putMove, type Target } from './put-move.ts'
import { showMoved } from './show-moved.tsx'

export type WantedMove = Target & { visit: Visit; conflict?: { words: string; mayOverride: boolean } }

/**
 * Moves a visit and offers to take it back. What cannot be is told at once; what of a series is meant, and why against
 * the hours or limits, is asked for by `asking`, which is to be rendered somewhere.
 */
export function useMove() {
  const queries = useQueryClient()
  const words = useWords()
  const { time, day, dayAt } = useFormats()
  const [asked, setAsked] = useState<Asked & { wanted: WantedMove; answer: (moved: boolean) => void }>()
  const ask = (question: Asked, wanted: WantedMove) =>
    new Promise<boolean>((answer) => setAsked({ ...question, wanted, answer }))

  /** What the server says to it; loads afresh either way. */
  async function put(visit: Visit, target: Target) {
    try {
      return await putMove(visit, target)
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      return problem
    } finally {
      await queries.invalidateQueries()
    }
  }

  async function undo(before: Visit, after: Visit, scope: Target['scope']) {
    const answer = await put(after, backTo(before, after, scope))
    if (answer instanceof Problem) tellProblem(answer)
    else tell(words.move.undone(nameOf(before, words)))
  }

  /** Whether the visit now lies there. */
  async function move(wanted: WantedMove): Promise<boolean> {
    const { visit, conflict, ...target } = wanted
    if (conflict && !conflict.mayOverride) {
      notifications.show({ message: words.move.stays(conflict.words), color: 'red', autoClose: 8000 })
      return false
    }
    if (visit.seriesId && !target.scope) return ask({ what: 'scope' }, wanted)
    if (conflict && !target.overrideReason) return ask({ what: 'reason', why: conflict.words }, wanted)

    const after = await put(visit, target)
    if (after instanceof Problem) {
      if (after.code === 'needs_reason') return ask({ what: 'reason', why: after.message }, wanted)
      tellProblem(after)
      return false
    }
    const said = words.move.moved(nameOf(after, words), time(after.startsAt), day(dayAt(after.startsAt)))
    showMoved({
      id: `moved ${after.id}`,
      sentence: isTold(visit, after) ? `${said} ${words.move.told}` : said,
      undo: words.move.undo,
      onUndo: () => void undo(visit, after, target.scope),
    })
    return true
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

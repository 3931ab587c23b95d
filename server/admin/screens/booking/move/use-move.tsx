import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Visit } from '../../../answers.ts'
import { answerOf, api, Problem } from '../../../api.ts'
import { tell, tellProblem } from '../../../parts/act.tsx'
import { Form } from '../../../parts/form.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { useWords } from '../../../words/words.ts'
import { nameOf } from '../visits.ts'

type Target = { startsAt: string; staffIds?: string[]; minutes?: number; overrideReason?: string }
export type WantedMove = Target & { visit: Visit; conflict?: { words: string; mayOverride: boolean } }

const putMove = ({ id, version }: Visit, target: Target) =>
  answerOf(api.bookings[':id'].move.$post({ param: { id }, json: { ...target, version } }))

/**
 * Moves a visit and offers to take it back. What cannot be is told at once; what goes against the hours or limits is
 * done for a reason only, which `asking`, to be rendered somewhere, asks for.
 */
export function useMove() {
  const words = useWords()
  const { time, day, dayAt } = useFormats()
  const queries = useQueryClient()
  const [waiting, setWaiting] = useState<{ wanted: WantedMove; why: string }>()

  async function undo(before: Visit, after: Visit) {
    const { startsAt, endsAt, parts } = before
    const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000
    const overrideReason = before.overrideReason ?? words.move.undo
    try {
      await putMove(after, { startsAt, minutes, staffIds: parts.map(({ staffId }) => staffId), overrideReason })
      tell(words.move.undone(nameOf(before, words)))
    } catch (problem) {
      tellProblem(problem as Problem)
    }
    await queries.invalidateQueries()
  }

  function sayMoved(before: Visit, after: Visit) {
    const id = `moved ${after.id}`
    const said = words.move.moved(nameOf(after, words), time(after.startsAt), day(dayAt(after.startsAt)))
    const undoIt = () => {
      notifications.hide(id)
      void undo(before, after)
    }
    notifications.hide(id)
    notifications.show({
      id,
      color: 'brand',
      autoClose: 12_000,
      message: (
        <Group gap={8} justify="space-between" wrap="nowrap">
          <Text size="sm">
            {said} {after.customer && words.move.told}
          </Text>
          <Button variant="subtle" onClick={undoIt} style={{ flex: 'none' }}>
            {words.move.undo}
          </Button>
        </Group>
      ),
    })
  }

  /** Whether the visit now lies there. */
  async function move(wanted: WantedMove): Promise<boolean> {
    const { visit, conflict, ...target } = wanted
    if (conflict && !target.overrideReason) {
      if (conflict.mayOverride) setWaiting({ wanted, why: conflict.words })
      else notifications.show({ message: words.move.stays(conflict.words), color: 'red', autoClose: 8000 })
      return false
    }
    try {
      const after = await putMove(visit, target)
      setWaiting(undefined)
      sayMoved(visit, after)
      await queries.invalidateQueries()
      return true
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      if (problem.code === 'needs_reason') setWaiting({ wanted, why: problem.message })
      else tellProblem(problem)
      await queries.invalidateQueries()
      return false
    }
  }

  const close = () => setWaiting(undefined)
  const asking = (
    <Modal opened={waiting !== undefined} onClose={close} title={words.move.whyTitle}>
      {waiting && (
        <Why
          why={waiting.why}
          onClose={close}
          onSay={(overrideReason) => move({ ...waiting.wanted, overrideReason })}
        />
      )}
    </Modal>
  )
  return { move, asking }
}

type WhyProps = { why: string; onClose: () => void; onSay: (reason: string) => Promise<unknown> }

function Why({ why, onClose, onSay }: WhyProps) {
  const words = useWords()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const say = () => {
    setBusy(true)
    void onSay(reason.trim()).finally(() => setBusy(false))
  }
  return (
    <Form onSubmit={say} busy={busy} blocked={!reason.trim()} submit={words.move.still} onCancel={onClose}>
      <Text size="sm">{why}</Text>
      <TextInput
        data-autofocus
        label={words.move.why}
        description={words.move.whyHint}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Form>
  )
}

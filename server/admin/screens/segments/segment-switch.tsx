import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Rule } from '../../../../shared/segments.ts'
import type { SegmentFile } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useWords } from '../../words/words.ts'

/** Switches one of the shop's own groups off, after saying what that means, and on again. */
export function SegmentSwitch({ segment: { id, name, rule, active } }: { segment: SegmentFile['segment'] }) {
  const { segments: words } = useWords()
  const [asking, ask] = useState(false)
  const turn = useAct(
    () => {
      const json = { name, rule: rule as Rule, active: !active }
      return answerOf(api.segments[':id'].$put({ param: { id }, json }))
    },
    { said: () => (active ? words.switchedOff(name) : words.switchedOn(name)), done: () => ask(false) },
  )
  return (
    <>
      <Button
        variant={active ? 'default' : 'filled'}
        loading={turn.isPending}
        onClick={() => (active ? ask(true) : turn.mutate(undefined))}
      >
        {active ? words.switchOff : words.switchOn}
      </Button>
      <Sure
        opened={asking}
        title={words.switchOffTitle(name)}
        why={words.switchOffWhy}
        doIt={words.switchOff}
        busy={turn.isPending}
        onDo={() => turn.mutate(undefined)}
        onClose={() => ask(false)}
      />
    </>
  )
}

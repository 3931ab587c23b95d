import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import { addDays } from '../../../../shared/time.ts'
import type { Explanation } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { DayInput } from '../../parts/day-input.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useMay } from '../../session.ts'
import { shopNow } from '../../shop-clock.ts'
import { useWords } from '../../words/words.ts'

type Lot = Explanation['lots'][number]
type What = 'reinstate' | 'extend'

/** What can be done with a lot: what ran out comes back, what is there lives longer (L-17). */
export function LotActs({ lots }: { lots: Lot[] }) {
  const words = useWords()
  const may = useMay()
  const [asked, ask] = useState<{ lot: Lot; what: What }>()
  if (!may('manager')) return null
  const once = lots.filter((lot, i) => lots.findIndex(({ id }) => id === lot.id) === i)
  const acts = once.flatMap((lot): { lot: Lot; what: What }[] => {
    if (lot.lapsed > 0) return [{ lot, what: 'reinstate' }]
    return lot.left > 0 && lot.until && Date.parse(lot.until) > shopNow() ? [{ lot, what: 'extend' }] : []
  })
  if (acts.length === 0) return null
  return (
    <Group gap={8} mt={4}>
      {acts.map(({ lot, what }) => (
        <Button key={lot.id} variant="default" onClick={() => ask({ lot, what })}>
          {words.lots[what](formatNumber(pointsOf(lot, what)))}
        </Button>
      ))}
      {asked && (
        <Modal
          opened
          onClose={() => ask(undefined)}
          title={words.lots[asked.what](formatNumber(pointsOf(asked.lot, asked.what)))}
        >
          <LotForm {...asked} onClose={() => ask(undefined)} />
        </Modal>
      )}
    </Group>
  )
}

const pointsOf = ({ lapsed, left }: Lot, what: What) => (what === 'reinstate' ? lapsed : left)

function LotForm({ lot, what, onClose }: { lot: Lot; what: What; onClose: () => void }) {
  const { lots } = useWords()
  const { today, dayAt } = useFormats()
  const id = useRef(newId())
  const first = what === 'extend' && lot.until ? addDays(dayAt(lot.until), 1) : addDays(today, 1)
  const change = useAct(
    (wish: { untilDay: string; reason: string }) => {
      const asked = { param: { id: lot.id }, json: { id: id.current, ...wish } }
      return answerOf(what === 'extend' ? api.lots[':id'].extend.$post(asked) : api.lots[':id'].reinstate.$post(asked))
    },
    {
      said: ({ points }) => lots[what === 'extend' ? 'extended' : 'reinstated'](formatNumber(points)),
      done: onClose,
    },
  )
  const draft = useDraft({ untilDay: addDays(first, 30), reason: '' }, change.error)
  return (
    <Form
      onSubmit={() => change.mutate(draft.values)}
      busy={change.isPending}
      blocked={!draft.values.reason.trim()}
      onCancel={onClose}
    >
      <DayInput
        label={lots.untilDay}
        min={first}
        value={draft.values.untilDay}
        error={draft.errorOf('untilDay')}
        onChange={(day) => draft.set('untilDay', day)}
      />
      <Textarea
        label={lots.reason}
        description={lots.reasonHint}
        autosize
        minRows={2}
        maxLength={200}
        {...draft.text('reason')}
      />
    </Form>
  )
}

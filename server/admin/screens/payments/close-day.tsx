import { Text, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatVnd } from '../../../../shared/money.ts'
import type { Money } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { MoneyInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { differenceOf } from './difference.ts'

type Values = { countedVnd: number | ''; note: string }

/** What was counted is typed, never filled in: who sees the answer first does not count. */
export function CloseDay({ money, onCancel }: { money: Money; onCancel?: () => void }) {
  const words = useWords()
  const id = useRef(newId())
  const { day, expectedCashVnd } = money
  const close = useAct(
    ({ countedVnd, note }: Values) =>
      answerOf(api.closings.$post({ json: { id: id.current, day, countedVnd: countedVnd || 0, note } })),
    { said: (closing) => words.money.closed(formatVnd(closing.countedVnd)) },
  )
  const draft = useDraft<Values>({ countedVnd: '', note: '' }, close.error)
  const { countedVnd, note } = draft.values
  const isCounted = countedVnd !== ''
  const differs = isCounted && countedVnd !== expectedCashVnd
  const why = money.closing ? words.money.noteAgain : differs ? words.money.noteNeeded : undefined
  return (
    <Form
      onSubmit={() => close.mutate(draft.values)}
      busy={close.isPending}
      blocked={!isCounted || (why !== undefined && !note.trim())}
      submit={words.money.close(formatVnd(countedVnd || 0))}
      onCancel={onCancel}
    >
      <MoneyInput
        label={words.money.counted}
        description={words.money.countedHint}
        step={10_000}
        {...draft.number('countedVnd')}
      />
      {isCounted && (
        <Text size="sm" fw={600} c={differs ? 'red.8' : undefined} role="status">
          {differenceOf(countedVnd, expectedCashVnd, words)}
        </Text>
      )}
      {isCounted && (
        <Textarea
          label={words.money.note}
          description={why}
          maxLength={500}
          autosize
          required={why !== undefined}
          {...draft.text('note')}
        />
      )}
    </Form>
  )
}

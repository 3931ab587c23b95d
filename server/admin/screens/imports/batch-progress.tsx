import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Batch } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { Sure } from '../../parts/sure.tsx'
import { useWords } from '../../words/words.ts'
import type { BatchActs } from './use-batch.ts'

type Props = { batch: Batch; acts: BatchActs; onBack: () => void }

/** Where a sheet is, in a sentence, and what can be done with it now. */
export function BatchProgress({ batch, acts, onBack }: Props) {
  const { batches: words } = useWords()
  const { state, counts } = batch
  const [asked, ask] = useState(false)
  const left = counts.ok + counts.mended
  const gone = counts.entered + counts.known
  const sentence = useSentence(batch)
  return (
    <Card>
      <Stack gap={12}>
        <Text fw={600} role="status">
          {sentence}
        </Text>
        {(state === 'entering' || state === 'paused') && (
          <Progress value={(gone / Math.max(1, gone + left)) * 100} aria-label={batch.name} />
        )}
        <Group gap={8}>
          {state === 'read' && (
            <Button disabled={left === 0} loading={acts.enter.isPending} onClick={() => acts.enter.mutate(undefined)}>
              {words.doIt(formatNumber(left))}
            </Button>
          )}
          {state === 'paused' && (
            <Button loading={acts.enter.isPending} onClick={() => acts.enter.mutate(undefined)}>
              {words.goOn}
            </Button>
          )}
          {state === 'entering' && (
            <Button variant="default" loading={acts.pause.isPending} onClick={() => acts.pause.mutate(undefined)}>
              {words.pause}
            </Button>
          )}
          {(state === 'done' || state === 'paused') && (
            <Button variant="subtle" color="var(--bad)" onClick={() => ask(true)}>
              {words.undo}
            </Button>
          )}
          {state === 'read' && (
            <Button
              variant="subtle"
              color="var(--bad)"
              loading={acts.throwAway.isPending}
              onClick={() => acts.throwAway.mutate(undefined)}
            >
              {words.throw}
            </Button>
          )}
          <Button variant="default" onClick={onBack}>
            {words.next}
          </Button>
        </Group>
      </Stack>
      <Sure
        opened={asked}
        title={words.undoTitle(batch.name)}
        why={words.undoWhy}
        doIt={words.undo}
        busy={acts.undo.isPending}
        onDo={() => acts.undo.mutate(undefined, { onSuccess: () => ask(false) })}
        onClose={() => ask(false)}
      />
    </Card>
  )
}

function useSentence({ state, counts, kind, outlook }: Batch): string {
  const { batches: words } = useWords()
  const gone = counts.entered + counts.known
  const all = formatNumber(gone + counts.ok + counts.mended)
  if (state === 'read')
    return kind === 'customers'
      ? words.customersSum(formatNumber(outlook.people))
      : words.salesSum(formatNumber(outlook.orders), formatVnd(outlook.totalVnd), formatNumber(outlook.people))
  if (state === 'entering') return words.running(formatNumber(gone), all)
  if (state === 'paused') return words.paused(formatNumber(gone), all)
  if (state === 'undoing') return words.undoing
  const known = counts.known > 0 ? words.known(formatNumber(counts.known)) : ''
  if (state === 'done') return [words.done(formatNumber(counts.entered)), known].filter(Boolean).join(' ')
  const kept = counts.kept > 0 ? words.kept(formatNumber(counts.kept)) : ''
  return [words.undone(formatNumber(counts.undone)), kept].filter(Boolean).join(' ')
}

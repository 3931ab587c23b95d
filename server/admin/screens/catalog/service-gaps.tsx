import { Group, Stack, Switch, Text } from '@mantine/core'
import { newId } from '../../../../shared/ids.ts'
import type { Problem } from '../../api.ts'
import { CountInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import { Rows, rowError } from './rows.tsx'
import type { GapRow, ServiceDraft } from './service-draft.ts'

/** What is kept free around a visit, and where within it the person is free. */
export function ServiceGaps({ draft, problem }: { draft: ServiceDraft; problem: Problem | null }) {
  const words = useWords()
  const { bufferBeforeMinutes, bufferAfterMinutes, durationMinutes } = draft.values
  const unit = words.settings.minutes
  const numberOf = (typed: string | number) => (typeof typed === 'number' ? typed : '')
  const blank = (): GapRow => ({ id: newId(), fromMinute: Math.floor((durationMinutes || 60) / 3), minutes: 20 })
  return (
    <Stack gap={12}>
      <Text size="xs" c="dimmed">
        {words.services.buffersHint}
      </Text>
      <Group grow align="flex-start">
        <CountInput label={words.services.before} suffix={unit} {...draft.number('bufferBeforeMinutes')} />
        <CountInput label={words.services.after} suffix={unit} {...draft.number('bufferAfterMinutes')} />
      </Group>
      {!!(bufferBeforeMinutes || bufferAfterMinutes) && (
        <Switch
          label={words.services.cleaning}
          description={words.services.cleaningHint}
          {...draft.check('cleaning')}
        />
      )}
      <Text size="xs" c="dimmed" mt={8}>
        {words.services.gapsHint}
      </Text>
      <Rows
        rows={draft.values.gaps}
        onChange={(rows) => draft.set('gaps', rows)}
        blank={blank}
        most={3}
        add={words.services.addGap}
        remove={() => words.services.removeGap}
        errorOf={rowError(problem, 'gaps')}
      >
        {(row, change) => (
          <Group grow gap={8} wrap="nowrap">
            <CountInput
              label={words.services.gapFrom}
              suffix={unit}
              value={row.fromMinute}
              onChange={(typed) => change({ fromMinute: numberOf(typed) })}
            />
            <CountInput
              label={words.services.gapMinutes}
              suffix={unit}
              value={row.minutes}
              onChange={(typed) => change({ minutes: numberOf(typed) })}
            />
          </Group>
        )}
      </Rows>
    </Stack>
  )
}

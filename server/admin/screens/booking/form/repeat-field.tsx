import { Checkbox, NumberInput, SimpleGrid, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { useFormats } from '../../../parts/formats.ts'
import { Loaded } from '../../../parts/loaded.tsx'
import { useWords } from '../../../words/words.ts'
import type { Repeat, useSeriesPreview } from './use-series-preview.ts'

type Props = {
  repeat: Repeat | undefined
  onChange: (repeat: Repeat | undefined) => void
  /** Undefined while a time is still to be chosen. */
  preview: ReturnType<typeof useSeriesPreview>['preview'] | undefined
}

/** A series at the desk: what cannot be booked is listed before, never skipped in silence (K-26). */
export function RepeatField({ repeat, onChange, preview }: Props) {
  const words = useWords()
  return (
    <Stack gap={12}>
      <Switch
        label={words.form.repeat}
        checked={repeat !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? { everyWeeks: 4, times: 6, skip: [] } : undefined)}
      />
      {repeat && (
        <SimpleGrid cols={2} spacing={12}>
          <NumberInput
            label={words.form.repeatEvery}
            min={1}
            max={12}
            value={repeat.everyWeeks}
            onChange={(value) => onChange({ ...repeat, everyWeeks: Number(value) || 1, skip: [] })}
          />
          <NumberInput
            label={words.form.repeatTimes}
            min={2}
            max={12}
            value={repeat.times}
            onChange={(value) => onChange({ ...repeat, times: Math.max(2, Number(value)), skip: [] })}
          />
        </SimpleGrid>
      )}
      {repeat && preview && <Preview {...{ repeat, preview, onChange }} />}
    </Stack>
  )
}

type PreviewProps = { repeat: Repeat; preview: NonNullable<Props['preview']>; onChange: Props['onChange'] }

function Preview({ repeat, preview, onChange }: PreviewProps) {
  const words = useWords()
  const { fullDay, dayAt, time } = useFormats()
  const toggle = (i: number, wanted: boolean) =>
    onChange({ ...repeat, skip: wanted ? repeat.skip.filter((each) => each !== i) : [...repeat.skip, i] })
  return (
    <Loaded of={preview} skeleton={<Skeleton h={160} />}>
      {({ visits }) => (
        <Stack gap={8} role="group" aria-label={words.form.preview}>
          <Text size="sm" c="dimmed">
            {words.form.skipHint}
          </Text>
          {visits.map((visit, i) => (
            <Checkbox
              key={visit.startsAt}
              label={`${fullDay(dayAt(visit.startsAt))}, ${time(visit.startsAt)}`}
              error={visit.ok ? undefined : `${words.form.cannot}: ${visit.detail}`}
              checked={visit.ok && !repeat.skip.includes(i)}
              disabled={!visit.ok}
              onChange={(event) => toggle(i, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      )}
    </Loaded>
  )
}

import { Checkbox, NumberInput, SimpleGrid, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../../api.ts'
import { useFormats } from '../../../parts/formats.ts'
import { Loaded } from '../../../parts/loaded.tsx'
import { useWords } from '../../../words/words.ts'
import type { Wanted } from './wanted.ts'

/** Every so many weeks, so many times, without those that `skip` names, from 0. */
export type Repeat = { everyWeeks: number; times: number; skip: number[] }

type Props = {
  repeat: Repeat | undefined
  onChange: (repeat: Repeat | undefined) => void
  wish: (Wanted & { id: string; startsAt: string; customerId: string }) | undefined
}

/** A series at the desk: what cannot be booked is listed before, never skipped in silence (K-26). */
export function RepeatField({ repeat, onChange, wish }: Props) {
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
            onChange={(value) => onChange({ ...repeat, times: Number(value) || 2, skip: [] })}
          />
        </SimpleGrid>
      )}
      {repeat && wish && <Preview repeat={repeat} wish={wish} onChange={onChange} />}
    </Stack>
  )
}

type PreviewProps = { repeat: Repeat; wish: NonNullable<Props['wish']>; onChange: Props['onChange'] }

function Preview({ repeat, wish, onChange }: PreviewProps) {
  const words = useWords()
  const { fullDay, dayAt, time } = useFormats()
  const { everyWeeks, times } = repeat
  const json = { ...wish, everyWeeks, times }
  const preview = useQuery({
    queryKey: ['series', json],
    queryFn: () => answerOf(api.series.preview.$post({ json })),
  })
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
              description={visit.ok ? undefined : (visit.detail ?? words.form.cannot)}
              error={!visit.ok && !repeat.skip.includes(i)}
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

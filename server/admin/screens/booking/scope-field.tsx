import { Radio, Stack } from '@mantine/core'
import type { SeriesScope } from '../../../../shared/booking.ts'
import { useWords } from '../../words/words.ts'

type Props = { value: SeriesScope; onChange: (scope: SeriesScope) => void }

const scopes = Object.keys({ this: 0, following: 0, all: 0 } satisfies Record<SeriesScope, number>) as SeriesScope[]

/** What of a series is meant. */
export function ScopeField({ value, onChange }: Props) {
  const words = useWords()
  return (
    <Radio.Group label={words.series.scope} value={value} onChange={(chosen) => onChange(chosen as SeriesScope)}>
      <Stack gap={8} mt={8}>
        {scopes.map((scope) => (
          <Radio key={scope} value={scope} label={words.series[scope]} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

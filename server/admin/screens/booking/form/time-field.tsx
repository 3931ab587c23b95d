import { Group, ScrollArea, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { instantOf } from '../../../../../shared/time.ts'
import { answerOf, api } from '../../../api.ts'
import { Chips } from '../../../parts/chips.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { Loaded } from '../../../parts/loaded.tsx'
import { TimeInput } from '../../../parts/time-input.tsx'
import { useWords } from '../../../words/words.ts'
import { minutesOfClock } from './clock.ts'
import type { Wanted } from './wanted.ts'

export const rightNow = 'now'

type Props = { wanted: Wanted | undefined; day: string; value: string; onChange: (startsAt: string) => void }

/** The free times of a day to choose from, and any other to type, which may need a reason. */
export function TimeField({ wanted, day, value, onChange }: Props) {
  const words = useWords()
  const { zone, today, time } = useFormats()
  const query = { wanted: JSON.stringify(wanted), day }
  const slots = useQuery({
    queryKey: ['slots', query],
    queryFn: () => answerOf(api.slots.$get({ query })),
    enabled: wanted !== undefined,
  })
  const now = day === today ? [{ value: rightNow, label: words.walkIn.now }] : []
  return (
    <div>
      {wanted ? (
        <Loaded of={slots} skeleton={<Skeleton h={64} />}>
          {(free) => (
            <ScrollArea.Autosize mah={148} type="auto">
              <Chips
                label={words.form.freeTimes}
                value={value}
                onChange={onChange}
                choices={[...now, ...free.map(({ startsAt }) => ({ value: startsAt, label: time(startsAt) }))]}
              />
              {free.length === 0 && (
                <Text size="sm" c="dimmed" mt={8}>
                  {words.walkIn.noSlots}
                </Text>
              )}
            </ScrollArea.Autosize>
          )}
        </Loaded>
      ) : (
        <Text size="sm" c="dimmed">
          {words.walkIn.chooseService}
        </Text>
      )}
      <Group gap={8} mt={12}>
        <TimeInput
          w={160}
          label={words.form.typed}
          placeholder="09:30"
          value={value && value !== rightNow ? time(value) : ''}
          onChange={(clock) => onChange(instantOf(day, minutesOfClock(clock), zone).toISOString())}
        />
      </Group>
    </div>
  )
}

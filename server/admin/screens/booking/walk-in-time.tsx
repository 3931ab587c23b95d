import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Chips } from '../../parts/chips.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'

type Props = {
  wish: { serviceId: string; staffId: string; day: string }
  now: { value: string; label: string } | undefined
  value: string
  onChange: (startsAt: string) => void
}

export function WalkInTime({ wish, now, value, onChange }: Props) {
  const words = useWords()
  const { time } = useFormats()
  const slots = useQuery({
    queryKey: ['slots', wish],
    queryFn: () => answerOf(api.slots.$get({ query: wish })),
  })
  return (
    <Loaded of={slots} skeleton={<Skeleton h={64} />}>
      {(free) => {
        const starts = [...new Set(free.map((slot) => slot.startsAt))]
        return (
          <div>
            <Chips
              label={words.walkIn.when}
              value={value}
              onChange={onChange}
              choices={[...(now ? [now] : []), ...starts.map((at) => ({ value: at, label: time(at) }))]}
            />
            {starts.length === 0 && (
              <Text size="sm" c="dimmed" mt={8}>
                {words.walkIn.noSlots}
              </Text>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

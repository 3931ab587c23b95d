import { Alert, Stack, Text } from '@mantine/core'
import type { Visit } from '../../answers.ts'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { VisitCard } from '../booking/visit-card.tsx'

type Props = { hit: Visit[]; onChange: (left: Visit[]) => void }

/** The bookings that a change of hours left outside, ready to be called, moved or cancelled. */
export function HitVisits({ hit, onChange }: Props) {
  const words = useWords()
  const { day, dayAt } = useFormats()
  if (hit.length === 0) return null
  return (
    <Alert color="yellow" withCloseButton closeButtonLabel={words.acts.close} onClose={() => onChange([])}>
      <Stack gap={12}>
        <Text size="sm">{words.hours.hits(hit.length)}</Text>
        {hit.map((visit, i) => (
          <div key={visit.id}>
            {dayAt(visit.startsAt) !== (i > 0 && dayAt(hit[i - 1]!.startsAt)) && (
              <Text size="xs" fw={500} c="dimmed">
                {day(dayAt(visit.startsAt))}
              </Text>
            )}
            <VisitCard visit={visit} framed onDone={() => onChange(hit.filter((other) => other.id !== visit.id))} />
          </div>
        ))}
      </Stack>
    </Alert>
  )
}

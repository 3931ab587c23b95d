import { Stack, Text, Title } from '@mantine/core'
import type { TemplateDetail } from '../../answers.ts'
import { Card } from '../../parts/card.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Stars } from '../../parts/stars.tsx'
import { useWords } from '../../words/words.ts'

/** What people tapped in this template over the last month, as Zalo tells it: without names. */
export function TemplateRatings({ ratings }: Pick<TemplateDetail, 'ratings'>) {
  const words = useWords()
  const { stamp } = useFormats()
  if (ratings.length === 0) return null
  return (
    <Card>
      <Title order={3}>{words.templates.ratings}</Title>
      <Stack gap={0}>
        {ratings.map(({ messageId, stars, note, choices, at }) => (
          <Entry key={messageId} title={<Stars rating={stars} />} under={[stamp(at)]}>
            <Text size="sm">{[...choices, note].filter(Boolean).join(', ')}</Text>
          </Entry>
        ))}
      </Stack>
    </Card>
  )
}

import { Text } from '@mantine/core'
import type { CustomerFile } from '../../answers.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Stars } from '../../parts/stars.tsx'
import { useWords } from '../../words/words.ts'

export function CustomerFeedback({ feedback }: Pick<CustomerFile, 'feedback'>) {
  const words = useWords()
  const { stamp } = useFormats()
  if (feedback.length === 0) return <Text size="sm">{words.customers.noFeedback}</Text>
  return feedback.map((given) => (
    <Entry key={given.id} title={<Stars rating={given.rating} />} under={[stamp(given.at)]}>
      <Text size="sm">{given.words || words.feedback.noWords}</Text>
    </Entry>
  ))
}

import { Stack } from '@mantine/core'
import { CountInput } from '../../parts/amounts.tsx'
import { useWords } from '../../words/words.ts'
import type { ServiceDraft } from './service-draft.ts'

export function ServiceRules({ draft }: { draft: ServiceDraft }) {
  const words = useWords()
  return (
    <Stack gap={12}>
      <CountInput
        label={words.services.groupSize}
        description={words.services.groupHint}
        suffix={words.services.guests}
        {...draft.number('groupSize')}
      />
      <CountInput
        label={words.services.lead}
        description={words.services.leadHint}
        suffix={words.settings.minutes}
        {...draft.number('leadMinutes')}
      />
    </Stack>
  )
}

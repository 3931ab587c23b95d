import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { NewImport } from './new-import.tsx'
import { PastImports } from './past-imports.tsx'

/** Balances of an older system come in: a table, a look at what it would do, and a way back (L-12). */
export function ImportScreen() {
  const { imports } = useWords()
  const [round, next] = useState(0)
  return (
    <Page title={imports.title}>
      <Stack gap={24} maw={960}>
        <Text c="dimmed">{imports.lead}</Text>
        <NewImport key={round} onNext={() => next(round + 1)} />
        <PastImports />
      </Stack>
    </Page>
  )
}

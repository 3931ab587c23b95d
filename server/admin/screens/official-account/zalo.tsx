import { SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words/words.ts'
import { Addresses } from './addresses.tsx'
import { ConnectionForm } from './connection-form.tsx'
import { ConnectionState } from './connection-state.tsx'
import { Standing } from './standing.tsx'
import { StrangeEvents } from './strange-events.tsx'

/** How the shop is connected to Zalo, what of it works, and what came that nobody understood. */
export function ZaloScreen() {
  const words = useWords()
  const may = useMay()
  const load = useQuery({ queryKey: ['zalo'], queryFn: () => answerOf(api.zalo.$get()) })
  return (
    <Page title={words.pages.zalo}>
      <Loaded of={load} skeleton={<ZaloSkeleton />}>
        {(connection) => (
          <Stack gap={16}>
            <ConnectionState connection={connection} />
            <Standing />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing={16} style={{ alignItems: 'start' }}>
              <ConnectionForm connection={connection} />
              <Addresses connection={connection} />
            </SimpleGrid>
            {may('owner') && <StrangeEvents />}
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

const ZaloSkeleton = () => (
  <Stack gap={16}>
    <Skeleton h={120} />
    <Skeleton h={320} />
    <Skeleton h={420} />
  </Stack>
)

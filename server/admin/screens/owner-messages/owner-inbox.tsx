import { SimpleGrid, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { InboxForm } from './inbox-form.tsx'
import { PastDigests } from './past-digests.tsx'
import { TieZalo } from './tie-zalo.tsx'

/** What the signed-in account is told in Zalo, and as whom. */
export function OwnerInboxScreen() {
  const words = useWords()
  const load = useQuery({
    ...{ queryKey: ['owner-inbox'], queryFn: () => answerOf(api['owner-inbox'].$get()) },
    // The code is typed on a phone: the page notices.
    refetchInterval: ({ state }) => (state.data?.code ? 3000 : false),
  })
  return (
    <Page title={words.pages.ownerMessages}>
      <Text c="dimmed" maw={640}>
        {words.ownerInbox.intro}
      </Text>
      <Loaded of={load} skeleton={<Skeleton h={420} maw={1000} />}>
        {(inbox) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing={16} maw={1000} style={{ alignItems: 'start' }}>
            <TieZalo inbox={inbox} />
            <InboxForm wishes={inbox.wishes} />
          </SimpleGrid>
        )}
      </Loaded>
      <PastDigests />
    </Page>
  )
}

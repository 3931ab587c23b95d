import { Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { PastSuggestions } from './past-suggestions.tsx'
import { SuggestionCard } from './suggestion-card.tsx'

/** What is worth doing next, and what came of what was done. */
export function SuggestionsScreen() {
  const words = useWords()
  const { id } = useParams()
  const load = useQuery({ queryKey: ['suggestions'], queryFn: () => answerOf(api.suggestions.$get()) })
  const toInbox = (
    <Button component={Link} to="/owner-messages" variant="default">
      {words.suggestions.toInbox}
    </Button>
  )
  return (
    <Page title={words.pages.suggestions} actions={toInbox}>
      <Text c="dimmed" maw={640}>
        {words.suggestions.intro}
      </Text>
      <Loaded of={load} skeleton={<Waiting />}>
        {({ open, past }) => (
          <Stack gap={16} maw={760}>
            {open.length === 0 && <Notice icon={IconBulb} text={words.suggestions.none} />}
            {open.map((each) => (
              <SuggestionCard key={each.id} suggestion={each} isMeant={each.id === id} />
            ))}
            {past.length > 0 && <Title order={2}>{words.suggestions.past}</Title>}
            <PastSuggestions past={past} />
          </Stack>
        )}
      </Loaded>
    </Page>
  )
}

const Waiting = () => (
  <Stack gap={16} maw={760}>
    <Skeleton h={180} />
    <Skeleton h={180} />
  </Stack>
)

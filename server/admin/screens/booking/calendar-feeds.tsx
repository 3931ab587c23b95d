import { Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWords } from '../../words/words.ts'
import { AddFeed } from './add-feed.tsx'
import { FeedLine } from './feed-line.tsx'

/** The addresses under which calendars outside show the shop's visits. */
export function CalendarFeedsScreen() {
  const words = useWords()
  const load = useQuery({ queryKey: ['calendar-feeds'], queryFn: () => answerOf(api['calendar-feeds'].$get()) })
  return (
    <Page title={words.pages.calendarFeeds}>
      <Text maw={640}>{words.calendarFeeds.why}</Text>
      <Card maw={760}>
        <Loaded of={load} skeleton={<Skeleton h={240} />}>
          {(feeds) => (
            <Stack gap={16}>
              <AddFeed given={feeds} />
              {feeds.length === 0 && <Text size="sm">{words.calendarFeeds.empty}</Text>}
              <div>
                {feeds.map((feed) => (
                  <FeedLine key={feed.id} feed={feed} />
                ))}
              </div>
            </Stack>
          )}
        </Loaded>
      </Card>
    </Page>
  )
}

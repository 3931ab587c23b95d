import { Button, Group, Skeleton, Stack, Tabs, Text } from '@mantine/core'
import { IconStar } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../../shared/money.ts'
import { answerOf, api } from '../../api.ts'
import { useAddress } from '../../parts/address.ts'
import { Chips } from '../../parts/chips.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { Cases, useCases } from './cases.tsx'
import { FeedbackCard } from './feedback-card.tsx'

/** How visits were, and what customers doubt about their points. */
export function FeedbackScreen() {
  const words = useWords()
  const { get, set } = useAddress()
  const waiting = useCases('open').data?.length ?? 0
  return (
    <Page title={words.feedback.title}>
      <Tabs
        value={get('tab') || 'feedback'}
        onChange={(tab) => set({ tab: tab === 'points' ? tab : undefined, rating: undefined, offset: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          <Tabs.Tab value="feedback">{words.cases.tabs.feedback}</Tabs.Tab>
          <Tabs.Tab value="points" rightSection={waiting > 0 ? <Tag tone="warn">{waiting}</Tag> : undefined}>
            {words.cases.tabs.points}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="feedback">
          <Given />
        </Tabs.Panel>
        <Tabs.Panel value="points">
          <Cases />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function Given() {
  const words = useWords()
  const { get, set, offset } = useAddress()
  const rating = get('rating')
  const query = { offset: String(offset), ...(rating ? { rating } : {}) }
  const load = useQuery({
    queryKey: ['feedback', query],
    queryFn: () => answerOf(api.feedback.$get({ query })),
    placeholderData: keepPreviousData,
  })
  const choose = (stars: string) => set({ rating: stars, offset: undefined })
  return (
    <Stack gap={16}>
      <Chips
        label=""
        value={rating}
        onChange={choose}
        choices={[
          { value: '', label: words.feedback.all },
          ...['5', '4', '3', '2', '1'].map((stars) => ({ value: stars, label: words.feedback.stars(Number(stars)) })),
        ]}
      />
      <Loaded of={load} skeleton={<FeedbackSkeleton />}>
        {({ total, average, count, unread, feedback }) =>
          total === 0 ? (
            <Notice icon={IconStar} text={rating ? words.feedback.emptyRating : words.feedback.empty}>
              {rating && <Button onClick={() => choose('')}>{words.feedback.showAll}</Button>}
            </Notice>
          ) : (
            <Stack gap={12}>
              <Group gap={8} align="baseline">
                <Text fz={28} fw={600} lh={1}>
                  {average?.toLocaleString('vi', { maximumFractionDigits: 1, minimumFractionDigits: 1 })}
                </Text>
                <Text size="sm" c="dimmed">
                  {words.feedback.average(formatNumber(count))}
                </Text>
                {unread > 0 && <Tag tone="brand">{words.feedback.unreadCount(formatNumber(unread))}</Tag>}
              </Group>
              {feedback.map((given) => (
                <FeedbackCard key={given.id} given={given} />
              ))}
              <Pager total={total} shown={feedback.length} />
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  )
}

const FeedbackSkeleton = () => (
  <Stack gap={12}>
    <Skeleton h={28} w={200} />
    <Skeleton h={112} />
    <Skeleton h={112} />
    <Skeleton h={112} />
  </Stack>
)

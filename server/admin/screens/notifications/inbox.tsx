import { Skeleton, Stack } from '@mantine/core'
import { IconMessageCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useWords } from '../../words/words.ts'
import { InboxMessage } from './inbox-message.tsx'

export function Inbox() {
  const words = useWords()
  const load = useQuery({
    queryKey: ['oa-messages'],
    queryFn: () => answerOf(api['oa-messages'].$get({ query: {} })),
    refetchInterval: 30_000,
  })
  return (
    <Loaded of={load} skeleton={<InboxSkeleton />}>
      {(messages) =>
        messages.length === 0 ? (
          <Notice icon={IconMessageCircle} text={words.messages.inboxEmpty} />
        ) : (
          <Stack gap={8}>
            {messages.map((message) => (
              <InboxMessage key={message.id} message={message} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  )
}

const InboxSkeleton = () => (
  <Stack gap={8}>
    <Skeleton h={84} />
    <Skeleton h={84} />
    <Skeleton h={84} />
  </Stack>
)

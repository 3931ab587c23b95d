import { Skeleton, Stack, Text } from '@mantine/core'
import { IconMessageCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Person } from '../../parts/person.tsx'
import { useWords } from '../../words/words.ts'

export function Inbox() {
  const words = useWords()
  const { stamp } = useFormats()
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
              <Card key={message.id} p={12}>
                <Text style={{ overflowWrap: 'anywhere' }}>{message.text}</Text>
                {message.customer ? (
                  <Person customer={message.customer} />
                ) : (
                  <Text size="sm">{words.messages.stranger}</Text>
                )}
                <Text size="xs" c="dimmed">
                  {stamp(message.at)}
                </Text>
              </Card>
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

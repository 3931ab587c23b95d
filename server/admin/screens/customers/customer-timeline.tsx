import { Button, Chip, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { timelineKinds } from '../../../../shared/profile.ts'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { TimelineLine } from './timeline-line.tsx'

const page = 30

/** All that happened with somebody, newest first; chips choose the kinds, none chosen is all. */
export function CustomerTimeline({ customerId: id }: { customerId: string }) {
  const { timeline: words } = useWords().profiles
  const [kinds, setKinds] = useState<string[]>([])
  const load = useInfiniteQuery({
    queryKey: ['customer', id, 'timeline', kinds],
    queryFn: ({ pageParam }) =>
      answerOf(api.customers[':id'].timeline.$get({ param: { id }, query: { kinds: kinds.join(','), ...pageParam } })),
    initialPageParam: {} as { at?: string; id?: string },
    getNextPageParam: (some) => (some.length < page ? undefined : { at: some.at(-1)!.at, id: some.at(-1)!.id }),
  })
  return (
    <Stack gap={8}>
      <Chip.Group multiple value={kinds} onChange={setKinds}>
        <Group gap={8} role="group" aria-label={words.show}>
          {timelineKinds.map((kind) => (
            <Chip key={kind} value={kind} variant="outline">
              {words.kinds[kind]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Loaded of={load} skeleton={<Skeleton h={240} />}>
        {({ pages }) => (
          <div>
            {pages[0]?.length === 0 && <Text size="sm">{words.empty}</Text>}
            {pages.flat().map((line) => (
              <TimelineLine key={`${line.kind}${line.id}`} line={line} />
            ))}
            {load.hasNextPage && (
              <Button
                variant="default"
                fullWidth
                loading={load.isFetchingNextPage}
                onClick={() => load.fetchNextPage()}
              >
                {words.older}
              </Button>
            )}
          </div>
        )}
      </Loaded>
    </Stack>
  )
}

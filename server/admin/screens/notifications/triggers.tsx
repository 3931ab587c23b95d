import { Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { SendingRules } from './sending-rules.tsx'
import { TriggerCard } from './trigger-card.tsx'

/** When each message is sent, and the rules that hold for all. */
export function Triggers() {
  const words = useWords().triggers
  const load = useQuery({ queryKey: ['triggers'], queryFn: () => answerOf(api.triggers.$get()) })
  return (
    <Loaded of={load} skeleton={<TriggersSkeleton />}>
      {({ triggers, messaging }) => (
        <Stack gap={8}>
          <Text size="sm" c="dimmed">
            {words.why}
          </Text>
          {triggers.map((trigger) => (
            <TriggerCard key={trigger.intent} trigger={trigger} />
          ))}
          <SendingRules messaging={messaging} />
        </Stack>
      )}
    </Loaded>
  )
}

const TriggersSkeleton = () => (
  <Stack gap={8}>
    {['a', 'b', 'c', 'd', 'e', 'f'].map((shape) => (
      <Skeleton key={shape} h={72} />
    ))}
  </Stack>
)

import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from '../../../../../shared/ids.ts'
import type { QueuePlace } from '../../../answers.ts'
import { answerOf, api } from '../../../api.ts'
import { useAct } from '../../../parts/act.tsx'
import { Card } from '../../../parts/card.tsx'
import { useFormats } from '../../../parts/formats.ts'
import { Person } from '../../../parts/person.tsx'
import { Tag } from '../../../parts/tag.tsx'
import { useNow } from '../../../parts/use-now.ts'
import { useWords } from '../../../words/words.ts'
import { JoinQueue } from './join-queue.tsx'

/** Who came without a booking and waits, each with a wait that can be believed (K-27). */
export function QueuePanel() {
  const words = useWords()
  const [adding, { open, close }] = useDisclosure(false)
  const waiting = useQuery({
    queryKey: ['queue'],
    queryFn: () => answerOf(api.queue.$get()),
    refetchInterval: 15_000,
  })
  const places = waiting.data ?? []
  return (
    <section aria-label={words.queue.title}>
      <Card>
        <Group justify="space-between" mb={places.length ? 8 : 0}>
          <Title order={2}>
            {words.queue.title}
            {places.length > 0 && ` (${places.length})`}
          </Title>
          <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {words.queue.add}
          </Button>
        </Group>
        {places.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.queue.empty}
          </Text>
        )}
        <Stack gap={0}>
          {places.map((place) => (
            <Place key={place.id} place={place} />
          ))}
        </Stack>
        <Modal opened={adding} onClose={close} title={words.queue.add}>
          <JoinQueue onDone={close} />
        </Modal>
      </Card>
    </section>
  )
}

function Place({ place }: { place: QueuePlace }) {
  const words = useWords()
  const { time } = useFormats()
  const now = useNow()
  const bookingId = useRef(newId())
  const param = { id: place.id }
  const seat = useAct(() => answerOf(api.queue[':id'].seat.$post({ param, json: { bookingId: bookingId.current } })), {
    said: (visit) => words.queue.seated(place.name, visit.staffName),
  })
  const leave = useAct(() => answerOf(api.queue[':id'].leave.$post({ param })), {
    said: () => words.queue.left(place.name),
  })
  const minutes = place.startsAt ? Math.max(0, Math.round((Date.parse(place.startsAt) - now) / 60_000)) : undefined
  const free = minutes !== undefined && minutes <= 1
  return (
    <Group py={10} justify="space-between" gap={8} style={{ borderTop: '1px solid var(--line)' }}>
      <div>
        <Group gap={8}>
          <Text fw={600} component="div">
            {place.ahead + 1}.{' '}
            {place.customerId ? <Person customer={{ id: place.customerId, name: place.name }} /> : place.name}
          </Text>
          <Tag tone={free ? 'good' : minutes === undefined ? 'warn' : 'quiet'}>
            {minutes === undefined
              ? words.queue.notToday
              : free
                ? words.queue.now
                : words.queue.about(words.minutes(minutes), time(place.startsAt!))}
          </Tag>
        </Group>
        <Text size="sm" c="dimmed">
          {place.serviceName} · {words.queue.since(time(place.joinedAt))}
        </Text>
      </div>
      <Group gap={8}>
        <Button variant={free ? 'filled' : 'default'} loading={seat.isPending} onClick={() => seat.mutate(undefined)}>
          {words.queue.seat}
        </Button>
        <Button variant="subtle" color="var(--quiet)" loading={leave.isPending} onClick={() => leave.mutate(undefined)}>
          {words.queue.leave}
        </Button>
      </Group>
    </Group>
  )
}

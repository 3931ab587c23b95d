import { Anchor, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { displayPhone } from '../../../../shared/phone.ts'
import { answerOf, api } from '../../api.ts'
import { Card } from '../../parts/card.tsx'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { useWords } from '../../words/words.ts'
import { VisitCard } from './visit-card.tsx'
import { nameOf } from './visits.ts'

/** What waits for an answer of the shop, and who has not answered it; nothing when there is neither. */
export function Requests() {
  const words = useWords()
  const { stamp } = useFormats()
  const load = useQuery({
    queryKey: ['requests'],
    queryFn: () => answerOf(api.requests.$get()),
    refetchInterval: 15_000,
  })
  const { requested = [], unanswered = [] } = load.data ?? {}
  return (
    <>
      {requested.length > 0 && (
        <Stack component="section" gap={8} aria-label={words.requests.title}>
          <Title order={2}>
            {words.requests.title} ({requested.length})
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing={12}>
            {requested.map((visit) => (
              <VisitCard key={visit.id} visit={visit} framed withDay />
            ))}
          </SimpleGrid>
        </Stack>
      )}
      {unanswered.length > 0 && (
        <section aria-label={words.requests.unanswered}>
          <Card>
            <Title order={2}>{words.requests.unanswered}</Title>
            <Text size="sm" c="dimmed" mb={8}>
              {words.requests.unansweredHint}
            </Text>
            {unanswered.map((visit) => (
              <Entry
                key={visit.id}
                title={`${stamp(visit.startsAt)} · ${nameOf(visit, words)}`}
                value={visit.customer?.phone && <Call phone={visit.customer.phone} />}
                under={[visit.serviceName, words.today.with(visit.staffName)]}
              />
            ))}
          </Card>
        </section>
      )}
    </>
  )
}

function Call({ phone }: { phone: string }) {
  const words = useWords()
  return (
    <Anchor href={`tel:${phone}`} fz={14} fw={600}>
      <Group gap={4} component="span" wrap="nowrap">
        <IconPhone size={16} aria-hidden />
        {words.requests.call(displayPhone(phone))}
      </Group>
    </Anchor>
  )
}

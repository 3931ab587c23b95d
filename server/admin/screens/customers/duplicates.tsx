import { Button, Group, SimpleGrid, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import { displayPhone } from '../../../../shared/phone.ts'
import type { Duplicate } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useCustomerBeside } from '../../parts/address.ts'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'

/** Records that may be one person, side by side: merge, or say that they are two. */
export function Duplicates() {
  const words = useWords()
  const load = useQuery({ queryKey: ['duplicates'], queryFn: () => answerOf(api.duplicates.$get()) })
  return (
    <Page title={words.pages.duplicates}>
      <Text size="sm" c="dimmed">
        {words.profiles.duplicates.why}
      </Text>
      <Loaded of={load} skeleton={<Skeleton h={220} />}>
        {(pairs) =>
          pairs.length === 0 ? (
            <Notice icon={IconUsers} text={words.profiles.duplicates.empty} />
          ) : (
            <Stack gap={16}>
              {pairs.map((pair) => (
                <Pair key={`${pair.one.id}${pair.other.id}`} pair={pair} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  )
}

function Pair({ pair: { reason, one, other } }: { pair: Duplicate }) {
  const { duplicates: words } = useWords().profiles
  const id = useRef(newId())
  const merge = useAct(
    ({ kept, gone }: { kept: Duplicate['one']; gone: Duplicate['one'] }) =>
      answerOf(api.merges.$post({ json: { id: id.current, sourceId: gone.id, targetId: kept.id } })),
    { said: (_, { kept }) => words.merged(kept.name) },
  )
  const apart = useAct(
    () => answerOf(api.duplicates['not-the-same'].$post({ json: { oneId: one.id, otherId: other.id } })),
    { said: () => words.toldApart },
  )
  const isBusy = merge.isPending || apart.isPending
  return (
    <section aria-label={`${one.name}, ${other.name}`}>
      <Card>
        <Stack gap={12}>
          <div>
            <Tag tone={reason === 'phone' ? 'warn' : 'quiet'}>{words.reasons[reason]}</Tag>
          </div>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={16}>
            <Side person={one} other={other} busy={isBusy} onKeep={() => merge.mutate({ kept: one, gone: other })} />
            <Side person={other} other={one} busy={isBusy} onKeep={() => merge.mutate({ kept: other, gone: one })} />
          </SimpleGrid>
          <Group justify="space-between" gap={8}>
            <Text size="sm">{words.joined(formatNumber(one.points + other.points), one.visits + other.visits)}</Text>
            <Button variant="default" h={44} disabled={isBusy} onClick={() => apart.mutate()}>
              {words.apart}
            </Button>
          </Group>
        </Stack>
      </Card>
    </section>
  )
}

type SideProps = { person: Duplicate['one']; other: Duplicate['one']; busy: boolean; onKeep: () => void }

function Side({ person, other, busy, onKeep }: SideProps) {
  const words = useWords()
  const { day, dayAt } = useFormats()
  const { open } = useCustomerBeside()
  const said = words.profiles.duplicates
  const since = said.since(day(dayAt(person.createdAt)))
  const apart = person.phone && person.phone !== other.phone ? displayPhone(person.phone) : since
  const phone = person.phone ? displayPhone(person.phone) : words.customers.noPhone
  return (
    <Stack gap={4}>
      <UnstyledButton mih={44} onClick={() => open(person.id)}>
        <Text fw={600}>{person.name}</Text>
      </UnstyledButton>
      <Text size="sm">{[phone, person.onZalo && said.onZalo].filter(Boolean).join(' · ')}</Text>
      <Text size="sm">
        {words.points(formatNumber(person.points))} · {words.profiles.known.visits}: {person.visits}
      </Text>
      <Text size="xs" c="dimmed">
        {since}
      </Text>
      <Button h={44} disabled={busy} onClick={onKeep}>
        {said.keep(person.name === other.name ? `${person.name} (${apart})` : person.name)}
      </Button>
    </Stack>
  )
}

import { Button, Group, Skeleton, Stack, Tabs, Text } from '@mantine/core'
import { IconGift, IconPencil, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Rule } from '../../../../shared/segments.ts'
import type { SegmentFile } from '../../answers.ts'
import { useAddress } from '../../parts/address.ts'
import { Entry } from '../../parts/entry.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Person } from '../../parts/person.tsx'
import { useWords } from '../../words/words.ts'
import { CampaignDialog } from './campaign-dialog.tsx'
import { SegmentFollows } from './segment-follows.tsx'
import { SegmentForm } from './segment-form.tsx'
import { SegmentSwitch } from './segment-switch.tsx'
import { shareOf } from './share.ts'
import { useSegment } from './use-segments.ts'

/** A group: what it is worth, who is in it, who came and went, and what can be done for all of them. */
export function SegmentBeside({ id }: { id: string }) {
  const { offset } = useAddress()
  const load = useSegment(id, offset)
  const [changing, setChanging] = useState(false)
  return (
    <Loaded of={load} skeleton={<Skeleton h={320} />}>
      {(file) =>
        changing ? (
          <SegmentForm id={id} segment={keptOf(file)} onDone={() => setChanging(false)} />
        ) : (
          <SegmentStanding file={file} onChange={() => setChanging(true)} />
        )
      }
    </Loaded>
  )
}

/** Types on the way here end where a rule holds rules. */
const keptOf = ({ segment: { name, rule, active } }: SegmentFile) => ({ name, rule: rule as Rule, active })

function SegmentStanding({ file, onChange }: { file: SegmentFile; onChange: () => void }) {
  const words = useWords()
  const [kind, setKind] = useState<'offer' | 'message'>()
  const { segment, all, members, entered, left } = file
  const { people, netVnd, key, active } = segment
  const isGiven = active && people > 0
  return (
    <Stack gap={16}>
      <div>
        {key && <Text c="dimmed">{words.segments.hints[key as keyof typeof words.segments.hints]}</Text>}
        <Text fw={600} fz={20}>
          {words.segments.count(formatNumber(people))}
        </Text>
        <Text size="sm" c="dimmed">
          {words.segments.countMore(formatVnd(netVnd), shareOf(netVnd, all.netVnd))}
        </Text>
      </div>
      <Group gap={8}>
        <Button disabled={!isGiven} leftSection={<IconGift size={18} aria-hidden />} onClick={() => setKind('offer')}>
          {words.segments.giveOffer}
        </Button>
        <Button
          disabled={!isGiven}
          variant="light"
          leftSection={<IconSend size={18} aria-hidden />}
          onClick={() => setKind('message')}
        >
          {words.segments.sendMessage}
        </Button>
        {!key && (
          <>
            <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={onChange}>
              {words.segments.change}
            </Button>
            <SegmentSwitch segment={segment} />
          </>
        )}
      </Group>
      {!active && <Text role="status">{words.segments.isOff}</Text>}
      <SegmentFollows file={file} />
      <Tabs defaultValue="members" keepMounted={false}>
        <Tabs.List mb={8}>
          <Tabs.Tab value="members">{words.segments.members}</Tabs.Tab>
          <Tabs.Tab value="entered">{words.segments.entered}</Tabs.Tab>
          <Tabs.Tab value="left">{words.segments.left}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members">
          <Members members={members} total={people} />
        </Tabs.Panel>
        <Tabs.Panel value="entered">
          <Changes events={entered} />
        </Tabs.Panel>
        <Tabs.Panel value="left">
          <Changes events={left} />
        </Tabs.Panel>
      </Tabs>
      {kind && <CampaignDialog kind={kind} segmentId={segment.id} onClose={() => setKind(undefined)} />}
    </Stack>
  )
}

function Members({ members, total }: { members: SegmentFile['members']; total: number }) {
  const { segments: words, customers } = useWords()
  const { day } = useFormats()
  if (members.length === 0) return <Text size="sm">{words.nobody}</Text>
  return (
    <>
      {members.map((member) => (
        <Entry
          key={member.id}
          title={<Person customer={member} />}
          value={formatVnd(member.netVnd)}
          under={[
            words.visits(formatNumber(member.visits)),
            member.lastDay && `${customers.lastVisit}: ${day(member.lastDay)}`,
          ]}
        />
      ))}
      <Pager total={total} shown={members.length} />
    </>
  )
}

function Changes({ events }: { events: SegmentFile['entered'] }) {
  const { noChange } = useWords().segments
  const { stamp } = useFormats()
  if (events.length === 0) return <Text size="sm">{noChange}</Text>
  return events.map(({ id, customerId, name, at }) => (
    <Entry key={id} title={<Person customer={{ id: customerId, name }} />} value={stamp(at)} />
  ))
}

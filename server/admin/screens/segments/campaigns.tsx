import { Button, Stack, Text } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Campaign } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { useAddress } from '../../parts/address.ts'
import { useFormats } from '../../parts/formats.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Sure } from '../../parts/sure.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { LeftOut } from './left-out.tsx'
import { useSegmentName } from './use-segment-name.ts'
import { useCampaigns } from './use-segments.ts'

const tones: Record<Campaign['state'], Tone> = { giving: 'brand', done: 'good', stopped: 'quiet' }

/** What was sent to many, and what came after it. */
export function CampaignsScreen() {
  const words = useWords()
  const { offset } = useAddress()
  const load = useCampaigns(offset)
  const columns = useColumns()
  return (
    <Page title={words.pages.campaigns}>
      <Loaded of={load} skeleton={<List columns={columns} rows={undefined} />}>
        {({ campaigns, total }) =>
          campaigns.length === 0 ? (
            <Notice icon={IconSpeakerphone} text={words.campaigns.empty}>
              <Button component={Link} to="/segments">
                {words.campaigns.toSegments}
              </Button>
            </Notice>
          ) : (
            <Stack gap={12}>
              <List columns={columns} rows={campaigns} />
              <Text size="sm" c="dimmed">
                {words.campaigns.notProof}
              </Text>
              <Pager total={total} shown={campaigns.length} />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  )
}

function useColumns(): Column<Campaign>[] {
  const { campaigns: words } = useWords()
  const { columns } = words
  return [
    { key: 'what', title: columns.what, own: true, cell: (campaign) => <What campaign={campaign} /> },
    { key: 'people', title: columns.people, cell: (campaign) => <People campaign={campaign} /> },
    {
      key: 'sent',
      title: columns.sent,
      number: true,
      cell: ({ sent, seen }) => `${formatNumber(sent)} / ${formatNumber(seen)}`,
    },
    {
      key: 'returned',
      title: columns.returned,
      number: true,
      cell: ({ returned, spentVnd }) => words.returned(formatNumber(returned), formatVnd(spentVnd)),
    },
    {
      key: 'cost',
      title: columns.cost,
      own: true,
      cell: ({ messageVnd, voucherVnd }) => (
        <Text size="sm" c="dimmed">
          {words.costs(formatVnd(messageVnd), formatVnd(voucherVnd))}
        </Text>
      ),
    },
    { key: 'act', title: '', own: true, cell: (campaign) => <Stop campaign={campaign} /> },
  ]
}

function What({ campaign }: { campaign: Campaign }) {
  const { campaigns: words } = useWords()
  const { stamp } = useFormats()
  const nameOf = useSegmentName()
  const { kind, state, segmentId, segmentKey: key, name, people, offerName, followed, at } = campaign
  const group = nameOf({ key, name })
  return (
    <div>
      {followed ? words.followed[followed](group) : segmentId ? group : words.named(formatNumber(people))}{' '}
      {!(followed && state === 'done') && <Tag tone={tones[state]}>{words.states[state]}</Tag>}
      <Text size="xs" c="dimmed">
        {[words.kinds[kind], offerName, followed ? words.sinceMonth(stamp(at)) : stamp(at)].filter(Boolean).join(' · ')}
      </Text>
    </div>
  )
}

function People({ campaign: { id, given, people, leftOut } }: { campaign: Campaign }) {
  const { campaigns: words } = useWords()
  return (
    <div>
      {words.given(formatNumber(given), formatNumber(people))}
      {leftOut > 0 && <LeftOut campaignId={id} people={leftOut} />}
    </div>
  )
}

/** While messages are still to leave. */
function Stop({ campaign: { id, state, waiting, followed } }: { campaign: Campaign }) {
  const { campaigns: words } = useWords()
  const [asking, setAsking] = useState(false)
  const stop = useAct(() => answerOf(api.campaigns[':id'].stop.$post({ param: { id } })), {
    said: () => words.stopped,
    done: () => setAsking(false),
  })
  if (state === 'stopped' || (state === 'done' && waiting === 0)) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.stop}
      </Button>
      <Sure
        opened={asking}
        title={words.stopTitle}
        why={followed ? `${words.stopWhy} ${words.stopFollowed}` : words.stopWhy}
        doIt={words.stop}
        busy={stop.isPending}
        onDo={() => stop.mutate(undefined)}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../../../shared/money.ts'
import { type SegmentMove, segmentMoves } from '../../../../shared/segments.ts'
import type { SegmentFile, SegmentFollow } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useFormats } from '../../parts/formats.ts'
import { OnOff } from '../../parts/on-off.tsx'
import { useWords } from '../../words/words.ts'
import { FollowDialog } from './follow-dialog.tsx'

/** What happens by itself when somebody enters or leaves a group. */
export function SegmentFollows({ file: { segment, follows } }: { file: SegmentFile }) {
  const { follows: words } = useWords()
  const [setting, set] = useState<SegmentMove>()
  return (
    <Card bg="var(--ground)">
      <Title order={2} fz={16}>
        {words.title}
      </Title>
      {segmentMoves.map((what) => (
        <FollowLine
          key={what}
          segmentId={segment.id}
          what={what}
          follow={follows.find((each) => each.what === what)}
          isOn={segment.active}
          onSet={() => set(what)}
        />
      ))}
      {setting && (
        <FollowDialog
          segmentId={segment.id}
          what={setting}
          follow={follows.find((each) => each.what === setting)}
          onClose={() => set(undefined)}
        />
      )}
    </Card>
  )
}

type Props = {
  segmentId: string
  what: SegmentMove
  follow: SegmentFollow | undefined
  isOn: boolean
  onSet: () => void
}

function FollowLine({ segmentId: id, what, follow, isOn, onSet }: Props) {
  const { follows: words } = useWords()
  const end = useAct(
    ({ kind, offerId, mostPerMonth }: SegmentFollow) => {
      const json = { kind, offerId, mostPerMonth, active: false }
      return answerOf(api.segments[':id'].follows[':what'].$put({ param: { id, what }, json }))
    },
    { said: () => words.switchedOff },
  )
  return (
    <Group justify="space-between" gap={8} mt={12} role="group" aria-label={words.when[what]}>
      <div style={{ flex: '1 1 260px' }}>
        <Group gap={8}>
          <Text fw={500} size="sm">
            {words.when[what]}
          </Text>
          {follow && <OnOff on={follow.active} />}
        </Group>
        <FollowStanding follow={follow} />
      </div>
      <Group gap={8}>
        <Button variant="default" disabled={!isOn} onClick={onSet}>
          {follow?.active ? words.change : words.set}
        </Button>
        {follow?.active && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate(follow)}>
            {words.switchOff}
          </Button>
        )}
      </Group>
    </Group>
  )
}

function FollowStanding({ follow }: { follow: SegmentFollow | undefined }) {
  const { follows: words } = useWords()
  const { stamp } = useFormats()
  if (!follow)
    return (
      <Text size="sm" c="dimmed">
        {words.nothing}
      </Text>
    )
  const { kind, offerName, mostPerMonth, givenThisMonth, active, since, why } = follow
  const parts = [
    offerName ? words.gives(offerName) : words.kinds[kind],
    words.month(formatNumber(givenThisMonth), formatNumber(mostPerMonth)),
    active && words.since(stamp(since)),
  ]
  return (
    <>
      <Text size="sm" c="dimmed">
        {parts.filter(Boolean).join(' · ')}
      </Text>
      {why && (
        <Text size="sm" c="var(--bad)" role="status">
          {words.why[why]}
        </Text>
      )}
    </>
  )
}

import { Modal, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import { campaignKinds, type FollowIdea, type SegmentMove } from '../../../../shared/segments.ts'
import type { CampaignPreview, SegmentFollow } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { Form } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { CampaignCost } from './campaign-cost.tsx'
import { OfferSelect } from './offer-select.tsx'
import { useFollowPreview } from './use-segments.ts'

type Props = { segmentId: string; what: SegmentMove; follow: SegmentFollow | undefined; onClose: () => void }

/** Says what is to follow, after what it would have meant of late was read. */
export function FollowDialog({ segmentId: id, what, follow, onClose }: Props) {
  const { follows: words } = useWords()
  const [idea, setIdea] = useState<FollowIdea>({ kind: follow?.kind ?? 'message', offerId: follow?.offerId ?? null })
  const [mostPerMonth, setMost] = useState(follow?.mostPerMonth ?? 50)
  const isAskable = idea.kind === 'message' || idea.offerId !== null
  const preview = useFollowPreview(id, what, idea, isAskable)
  const set = useAct(
    () => {
      const json = { ...idea, mostPerMonth, active: true }
      return answerOf(api.segments[':id'].follows[':what'].$put({ param: { id, what }, json }))
    },
    { said: () => words.switchedOn, done: onClose },
  )
  return (
    <Modal opened onClose={onClose} title={words.when[what]} size={560}>
      <Form
        onSubmit={() => set.mutate(undefined)}
        busy={set.isPending}
        blocked={!isAskable || mostPerMonth < 1}
        submit={follow?.active ? undefined : words.switchOn}
        onCancel={onClose}
      >
        <Select
          label={words.does}
          allowDeselect={false}
          data={campaignKinds.map((value) => ({ value, label: words.kinds[value] })).toReversed()}
          value={idea.kind}
          onChange={(kind) => setIdea({ kind: kind as FollowIdea['kind'], offerId: null })}
        />
        {idea.kind === 'offer' && (
          <OfferSelect value={idea.offerId} onChange={(offerId) => setIdea({ ...idea, offerId })} />
        )}
        <CountInput
          label={words.most}
          suffix={words.people}
          min={1}
          max={10_000}
          value={mostPerMonth}
          onChange={(most) => setMost(typeof most === 'number' ? most : 0)}
          error={set.error?.field === 'mostPerMonth' ? set.error.message : undefined}
        />
        {isAskable && (
          <Loaded of={preview} skeleton={<Skeleton h={160} />}>
            {(cost) => <WouldHave cost={cost} kind={idea.kind} what={what} most={mostPerMonth} />}
          </Loaded>
        )}
      </Form>
    </Modal>
  )
}

type Would = { cost: CampaignPreview; kind: FollowIdea['kind']; what: SegmentMove; most: number }

function WouldHave({ cost, kind, what, most }: Would) {
  const { follows: words } = useWords()
  const { people, writtenTo, messageVnd, offer } = cost
  const eachVnd = (offer?.eachMostVnd ?? 0) + (writtenTo > 0 ? Math.ceil(messageVnd / writtenTo) : 0)
  const lately = words.lately[what](formatNumber(people))
  return (
    <Stack gap={12}>
      {people > 0 ? (
        <CampaignCost cost={{ ...cost, isClosedToday: false }} kind={kind} heading={lately} />
      ) : (
        <Text size="sm">{words.nobodyLately[what]}</Text>
      )}
      {eachVnd > 0 && (
        <Text fw={600}>{words.mostVnd(formatVnd(eachVnd), formatNumber(most), formatVnd(eachVnd * most))}</Text>
      )}
      <Text size="sm" c="dimmed">
        {words.rules[what]}
      </Text>
    </Stack>
  )
}

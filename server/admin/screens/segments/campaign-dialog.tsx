import { Modal, Skeleton } from '@mantine/core'
import { useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import type { CampaignWish } from '../../../../shared/segments.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Form } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { CampaignCost } from './campaign-cost.tsx'
import { OfferSelect } from './offer-select.tsx'
import { useCampaignPreview } from './use-segments.ts'

type Props = {
  kind: CampaignWish['kind']
  segmentId?: string
  customerIds?: string[]
  onClose: () => void
  onStarted?: () => void
}

/** Gives to many or writes to them, after what it means and costs was read. Pressed twice it is one campaign. */
export function CampaignDialog({ kind, segmentId, customerIds = [], onClose, onStarted }: Props) {
  const { segments, campaigns: words } = useWords()
  const [offerId, setOfferId] = useState<string | null>(null)
  const id = useRef(newId())
  const wish = { kind, segmentId: segmentId ?? null, customerIds, offerId }
  const isAskable = kind === 'message' || offerId !== null
  const preview = useCampaignPreview(wish, isAskable)
  const start = useAct(() => answerOf(api.campaigns.$post({ json: { id: id.current, ...wish } })), {
    said: () => words.started(formatNumber(preview.data?.given ?? 0)),
    done: () => {
      onClose()
      onStarted?.()
    },
  })
  const given = preview.data?.given ?? 0
  const doIt = kind === 'offer' ? words.sendOffer : words.sendMessage
  return (
    <Modal opened onClose={onClose} title={kind === 'offer' ? segments.giveOffer : words.kinds.message} size={560}>
      <Form
        onSubmit={() => start.mutate(undefined)}
        busy={start.isPending}
        blocked={!isAskable || given === 0}
        submit={doIt(formatNumber(given))}
        onCancel={onClose}
      >
        {kind === 'offer' && <OfferSelect value={offerId} onChange={setOfferId} />}
        {isAskable && (
          <Loaded of={preview} skeleton={<Skeleton h={160} />}>
            {(cost) => <CampaignCost cost={cost} kind={kind} />}
          </Loaded>
        )}
      </Form>
    </Modal>
  )
}

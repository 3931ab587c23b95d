import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import { formatNumber } from '../../../../shared/money.ts'
import type { Offer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Chips } from '../../parts/chips.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { givesOf, priceOf } from './gives.ts'
import { useOffers } from './use-offers.ts'
import { spoken } from './voucher-code.ts'

/** `code` is what the customer's phone shows: it is used up by what is handed over (L-35). */
type To = { customer: { id: string; name: string }; spendable: number; code?: string }
type Props = To & { opened: boolean; onClose: () => void; onGiven?: () => void }
type When = 'now' | 'later'

export function GiveOffer({ opened, ...to }: Props) {
  const { vouchers } = useWords()
  return (
    <Modal opened={opened} onClose={to.onClose} title={`${vouchers.giveTitle}: ${to.customer.name}`}>
      <OfferChoice {...to} />
    </Modal>
  )
}

/** Handed over at once for points, or as a voucher to use later. */
function OfferChoice({ onClose, onGiven, ...to }: Omit<Props, 'opened'>) {
  const words = useWords()
  const { vouchers } = words
  const [when, setWhen] = useState<When>('now')
  const load = useOffers()
  const give = useGive(to, () => {
    onClose()
    onGiven?.()
  })
  return (
    <Stack gap={12}>
      <Text size="sm" c="dimmed">
        {words.points(formatNumber(to.spendable))}
      </Text>
      <Chips
        label={vouchers.when}
        value={when}
        onChange={(chosen) => setWhen(chosen as When)}
        choices={(['now', 'later'] as const).map((value) => ({ value, label: vouchers[value] }))}
      />
      <Text size="xs" c="dimmed" mt={-4}>
        {when === 'now' ? vouchers.nowHint : vouchers.laterHint}
      </Text>
      <Loaded of={load} skeleton={<Skeleton h={120} />}>
        {(offers) => {
          const isByHand = ({ state, audience, isOfCard }: (typeof offers)[number]) =>
            state === 'live' && audience.kind !== 'code' && !isOfCard
          const live = offers.filter(isByHand)
          if (live.length === 0) return <Text size="sm">{words.offers.none}</Text>
          return live.map((offer) => (
            <Choice
              key={offer.id}
              offer={offer}
              when={when}
              spendable={to.spendable}
              busy={give.isPending}
              isGoing={give.isPending && give.variables.offer.id === offer.id}
              onGive={() => give.mutate({ offer, when })}
            />
          ))
        }}
      </Loaded>
    </Stack>
  )
}

/** Each offer, given now or later, is one act however often it is pressed. */
function useGive({ customer, code }: To, done: () => void) {
  const { vouchers } = useWords()
  const ids = useRef(new Map<string, string>())
  return useAct(
    ({ offer, when }: { offer: Offer; when: When }) => {
      const act = `${when} ${offer.id}`
      const id = ids.current.get(act) ?? newId()
      ids.current.set(act, id)
      const json = { id, offerId: offer.id }
      const { redemptions, vouchers } = api.customers[':id']
      const param = { id: customer.id }
      return when === 'now'
        ? answerOf(redemptions.$post({ param, json: { ...json, ...(code && { code }) } }))
        : answerOf(vouchers.$post({ param, json }))
    },
    {
      said: ({ name, code }, { when }) => (when === 'now' ? vouchers.handed(name) : vouchers.given(name, spoken(code))),
      done,
    },
  )
}

type ChoiceProps = {
  offer: Offer
  when: When
  spendable: number
  busy: boolean
  isGoing: boolean
  onGive: () => void
}

function Choice({ offer, when, spendable, busy, isGoing, onGive }: ChoiceProps) {
  const words = useWords()
  const missing = offer.pointsCost - spendable
  const no =
    missing > 0
      ? words.vouchers.missing(formatNumber(missing))
      : when === 'now' && offer.kind !== 'gift'
        ? words.vouchers.onBill
        : undefined
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
          {offer.name}
        </Text>
        <Text size="sm" c="dimmed">
          {givesOf(offer, words)} · {priceOf(offer, words)}
        </Text>
      </div>
      {no ? (
        <Text size="sm" c="dimmed" ta="right">
          {no}
        </Text>
      ) : (
        <Button flex="none" loading={isGoing} disabled={busy} onClick={onGive}>
          {words.vouchers[when]}
        </Button>
      )}
    </Group>
  )
}

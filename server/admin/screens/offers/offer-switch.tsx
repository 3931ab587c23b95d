import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { formatVnd } from '../../../../shared/money.ts'
import type { Offer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Sure } from '../../parts/sure.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { isReckonable, type OfferValues, offerOf } from './offer-draft.ts'
import { offerTones } from './offer-list.tsx'
import { useForecast } from './use-forecast.ts'

type Target = 'live' | 'paused' | 'ended'
type Props = { offer: Offer; values: OfferValues; isKept: boolean }

/** On, paused, ended; asked once more, with what it is going to cost. */
export function OfferSwitch({ offer, values, isKept }: Props) {
  const { offers } = useWords()
  const [asked, setAsked] = useState<Target>()
  const change = useAct(
    (state: Target) => answerOf(api.offers[':id'].state.$post({ param: { id: offer.id }, json: { state } })),
    { said: (_, state) => offers.switched[state](offer.name), done: () => setAsked(undefined) },
  )
  const why = useWhy(offer, values, asked)
  const doing = { live: offers.turnOn, paused: offers.pause, ended: offers.end }
  const titles = { live: offers.onTitle, paused: offers.pauseTitle, ended: offers.endTitle }
  return (
    <Group gap={8}>
      <Tag tone={offerTones[offer.state]}>{offers.states[offer.state]}</Tag>
      {offer.state !== 'live' && (
        <Button disabled={!isKept} onClick={() => setAsked('live')}>
          {offers.turnOn}
        </Button>
      )}
      {offer.state === 'live' && (
        <Button variant="default" onClick={() => setAsked('paused')}>
          {offers.pause}
        </Button>
      )}
      <Button variant="subtle" color="var(--bad)" onClick={() => setAsked('ended')}>
        {offers.end}
      </Button>
      {offer.state !== 'live' && !isKept && (
        <Text size="sm" c="dimmed">
          {offers.saveFirst}
        </Text>
      )}
      <Sure
        opened={asked !== undefined}
        title={asked ? titles[asked] : ''}
        why={why}
        doIt={asked ? doing[asked] : ''}
        busy={change.isPending}
        onDo={() => asked && change.mutate(asked)}
        onClose={() => setAsked(undefined)}
      />
    </Group>
  )
}

/** What it is going to cost, or what is still set aside for it. */
function useWhy(offer: Offer, values: OfferValues, asked: Target | undefined): string {
  const { offers } = useWords()
  const { data } = useForecast(offerOf(values), asked === 'live' && isReckonable(values), offer.id)
  if (asked === 'paused') return offers.pauseWhy(formatVnd(offer.setAsideVnd))
  if (asked === 'ended') return offers.endWhy(formatVnd(offer.setAsideVnd))
  return data ? offers.onWhy(formatVnd(data.expectedVnd), formatVnd(data.mostVnd)) : offers.noForecast
}

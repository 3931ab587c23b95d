import { MultiSelect, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../../shared/ids.ts'
import type { StampCard } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { CountInput } from '../../parts/amounts.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { useServices } from '../catalog/use-catalog.ts'
import { useOffers } from '../offers/use-offers.ts'

type Props = { card: StampCard | undefined; onClose: () => void }
type Values = { name: string; goal: number | ''; serviceIds: string[]; offerId: string }

export function StampCardForm({ card, onClose }: Props) {
  const words = useWords()
  const { stamps } = words.cards
  const [id] = useState(newId)
  const services = useServices().data ?? []
  const offers = useOffers().data
  const free = (offers ?? []).filter(
    (offer) => offer.id === card?.offerId || (offer.pointsCost === 0 && offer.state === 'live'),
  )
  const save = useAct(
    ({ goal, ...rest }: Values) => {
      const json = { ...rest, goal: goal || 0 }
      return card
        ? answerOf(api['stamp-cards'][':id'].$put({ param: { id: card.id }, json }))
        : answerOf(api['stamp-cards'].$post({ json: { id, ...json } }))
    },
    { said: (_, { name }) => stamps.saved(name), done: onClose },
  )
  const draft = useDraft<Values>(
    {
      name: card?.name ?? '',
      goal: card?.goal ?? 10,
      serviceIds: card?.serviceIds ?? [],
      offerId: card?.offerId ?? '',
    },
    save.error,
  )
  const { name, goal, serviceIds, offerId } = draft.values
  return (
    <Form
      onSubmit={() => save.mutate(draft.values)}
      busy={save.isPending}
      blocked={!name.trim() || !goal || goal < 2 || !offerId}
    >
      <TextInput
        label={words.fields.name}
        description={stamps.nameHint}
        maxLength={60}
        data-autofocus
        {...draft.text('name')}
      />
      <CountInput label={stamps.goal} description={stamps.goalHint} min={2} max={50} {...draft.number('goal')} />
      <MultiSelect
        label={stamps.services}
        description={stamps.servicesHint}
        placeholder={serviceIds.length === 0 ? stamps.anyService : undefined}
        data={services.map((service) => ({ value: service.id, label: service.name }))}
        value={serviceIds}
        onChange={(chosen) => draft.set('serviceIds', chosen)}
        error={draft.errorOf('serviceIds')}
        searchable
      />
      <Select
        label={stamps.gives}
        description={stamps.givesHint}
        data={free.map((offer) => ({ value: offer.id, label: offer.name }))}
        value={offerId || null}
        onChange={(chosen) => draft.set('offerId', chosen ?? '')}
        error={draft.errorOf('offerId')}
      />
      {offers && free.length === 0 && (
        <Text size="sm" c="var(--warn)">
          {stamps.noOffer}
        </Text>
      )}
    </Form>
  )
}

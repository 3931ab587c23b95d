import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Offer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { useAct } from '../../parts/act.tsx'
import { Card } from '../../parts/card.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { useWords } from '../../words/words.ts'
import { ForecastCard } from './forecast-card.tsx'
import { KindChoice } from './kind-choice.tsx'
import { OfferCodes } from './offer-codes.tsx'
import { isReckonable, type OfferValues, offerOf, valuesOf } from './offer-draft.ts'
import { OfferFields } from './offer-fields.tsx'
import { Spent } from './offer-list.tsx'
import { OfferPreview } from './offer-preview.tsx'
import { OfferSwitch } from './offer-switch.tsx'

type Props = { id: string; offer: Offer | undefined }

/** What an offer is, what it looks like to a shopper, and what it may cost; above it the switch, once it is kept. */
export function OfferDetail({ id, offer }: Props) {
  const words = useWords()
  const [kept, setKept] = useState(() => valuesOf(offer))
  const save = useAct(
    (values: OfferValues) => {
      const json = offerOf(values)
      return offer
        ? answerOf(api.offers[':id'].$put({ param: { id }, json }))
        : answerOf(api.offers.$post({ json: { id, ...json } }))
    },
    {
      said: ({ state }, { name }) => (state === 'draft' ? words.offers.drafted(name) : words.offers.saved(name)),
      done: () => setKept(draft.values),
    },
  )
  const draft = useDraft<OfferValues>(valuesOf(offer), save.error)
  if (!draft.values.kind) return <KindChoice onChoose={(kind) => draft.set('kind', kind)} />

  const beside = (
    <Stack gap={16}>
      <OfferPreview values={draft.values} />
      {offer?.state !== 'ended' && <ForecastCard values={draft.values} offerId={offer?.id} />}
      {offer && (
        <Card bg="var(--ground)">
          <Text fw={600} mb={8}>
            {words.offers.real}
          </Text>
          <Spent offer={offer} />
        </Card>
      )}
    </Stack>
  )
  if (offer?.state === 'ended')
    return (
      <Stack gap={16}>
        <Text>{words.offers.over}</Text>
        {beside}
        <OfferCodes offerId={id} isOver />
      </Stack>
    )
  return (
    <Stack gap={16}>
      {offer && (
        <OfferSwitch
          offer={offer}
          values={draft.values}
          isKept={JSON.stringify(draft.values) === JSON.stringify(kept)}
        />
      )}
      <Form
        onSubmit={() => save.mutate(draft.values)}
        busy={save.isPending}
        submit={offer ? words.acts.save : words.offers.saveDraft}
        blocked={!draft.values.name.trim() || !isReckonable(draft.values)}
      >
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing={24}>
          <OfferFields draft={draft} problem={save.error} />
          {beside}
        </SimpleGrid>
        {offer && offer.open > 0 && (
          <Text size="sm" c="dimmed" ta="right">
            {words.offers.keepsPromise}
          </Text>
        )}
        {save.error?.field && (
          <Text c="var(--bad)" role="alert" ta="right">
            {save.error.message}
          </Text>
        )}
      </Form>
      {offer && <OfferCodes offerId={id} isOver={false} />}
    </Stack>
  )
}

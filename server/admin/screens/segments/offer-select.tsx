import { Anchor, Select, Skeleton, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { useOffers } from '../offers/use-offers.ts'

type Props = { value: string | null; onChange: (id: string | null) => void }

/** Offers that can be given: those that are on and cost no points. */
export function OfferSelect({ value, onChange }: Props) {
  const { campaigns: words } = useWords()
  const load = useOffers()
  return (
    <Loaded of={load} skeleton={<Skeleton h={60} />}>
      {(offers) => {
        const given = offers.filter(({ state, pointsCost, audience, isOfCard }) => {
          const isByHand = audience.kind !== 'code' && !isOfCard
          return state === 'live' && pointsCost === 0 && isByHand
        })
        return given.length === 0 ? (
          <Stack gap={4}>
            <Text>{words.noOffer}</Text>
            <Anchor component={Link} to="/offers">
              {words.toOffers}
            </Anchor>
          </Stack>
        ) : (
          <Select
            label={words.offer}
            data-autofocus
            allowDeselect={false}
            data={given.map(({ id, name }) => ({ value: id, label: name }))}
            value={given.some(({ id }) => id === value) ? value : null}
            onChange={onChange}
          />
        )
      }}
    </Loaded>
  )
}

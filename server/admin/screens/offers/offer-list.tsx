import { Progress, Text } from '@mantine/core'
import { formatNumber, formatVnd } from '../../../../shared/money.ts'
import type { Offer } from '../../answers.ts'
import { type Column, List } from '../../parts/list.tsx'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useWords } from '../../words/words.ts'
import { givesOf, priceOf } from './gives.ts'

export const offerTones: Record<Offer['state'], Tone> = { draft: 'quiet', live: 'good', paused: 'warn', ended: 'quiet' }

type Props = { offers: Offer[]; chosen: string; onOpen: (offer: Offer) => void }

export const OfferList = ({ offers, chosen, onOpen }: Props) => (
  <List columns={useColumns()} rows={offers} chosen={chosen} onOpen={onOpen} />
)

export const OfferListShape = () => <List columns={useColumns()} rows={undefined} />

function useColumns(): Column<Offer>[] {
  const words = useWords()
  const { columns, states } = words.offers
  return [
    {
      key: 'name',
      title: words.fields.name,
      cell: (offer) => (
        <>
          {offer.name}
          <Text span display="block" size="xs" c="dimmed" fw={400}>
            {givesOf(offer, words)}
          </Text>
        </>
      ),
    },
    { key: 'state', title: columns.state, cell: ({ state }) => <Tag tone={offerTones[state]}>{states[state]}</Tag> },
    { key: 'points', title: columns.points, cell: (offer) => priceOf(offer, words), number: true },
    { key: 'uses', title: columns.uses, cell: (offer) => <Uses offer={offer} />, number: true },
    { key: 'cost', title: columns.cost, own: true, cell: (offer) => <Spent offer={offer} /> },
  ]
}

function Uses({ offer: { open, used, stock } }: { offer: Offer }) {
  const { offers } = useWords()
  return (
    <>
      {offers.uses(formatNumber(open), formatNumber(used))}
      {stock !== null && ` ${offers.ofStock(formatNumber(stock))}`}
    </>
  )
}

/** What it has cost and what is set aside for vouchers that are out, of the budget if there is one. */
export function Spent({ offer: { spentVnd, setAsideVnd, budgetVnd } }: { offer: Offer }) {
  const { offers } = useWords()
  const percent = budgetVnd ? Math.min(100, Math.round(((spentVnd + setAsideVnd) * 100) / budgetVnd)) : 0
  return (
    <div style={{ minWidth: 180 }}>
      {budgetVnd !== null && (
        <Progress
          value={percent}
          color={percent >= 90 ? 'red.7' : 'brand'}
          aria-label={offers.budgetBar(percent)}
          mb={4}
        />
      )}
      <Text size="xs" c="dimmed">
        {[
          offers.spent(formatVnd(spentVnd)),
          setAsideVnd > 0 && offers.setAside(formatVnd(setAsideVnd)),
          budgetVnd !== null && offers.ofBudget(formatVnd(budgetVnd)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  )
}

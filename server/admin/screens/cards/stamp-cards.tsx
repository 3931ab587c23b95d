import { IconCards } from '@tabler/icons-react'
import { formatNumber } from '../../../../shared/money.ts'
import type { StampCard } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import type { Column } from '../../parts/list.tsx'
import { Side, useEdited } from '../../parts/side.tsx'
import { useWords } from '../../words/words.ts'
import { CardList } from './card-list.tsx'
import { EndButton } from './end-button.tsx'
import { StampCardForm } from './stamp-card-form.tsx'
import { useStampCards } from './use-cards.ts'

/** So many visits and something is given. */
export function StampCards() {
  const words = useWords()
  const { stamps } = words.cards
  const load = useStampCards()
  const edited = useEdited<StampCard>()
  const columns: Column<StampCard>[] = [
    { key: 'name', title: words.fields.name, cell: (row) => row.name },
    { key: 'goal', title: stamps.goal, cell: ({ goal }) => stamps.of(formatNumber(goal)), number: true },
    { key: 'gives', title: stamps.gives, cell: (row) => row.gives },
    { key: 'holders', title: stamps.holders, cell: (row) => formatNumber(row.holders), number: true },
    { key: 'filled', title: stamps.filled, cell: (row) => formatNumber(row.filled), number: true },
  ]
  return (
    <>
      <CardList of={load} columns={columns} words={stamps} icon={IconCards} onOpen={edited.open} />
      <Side edited={edited} newTitle={stamps.add} titleOf={(card) => card.name}>
        {(card) => (
          <>
            <StampCardForm card={card} onClose={edited.close} />
            {card && (
              <EndButton
                name={card.name}
                words={stamps}
                end={() => answerOf(api['stamp-cards'][':id'].end.$post({ param: { id: card.id } }))}
                onDone={edited.close}
              />
            )}
          </>
        )}
      </Side>
    </>
  )
}

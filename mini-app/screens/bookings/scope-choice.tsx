import type { SeriesScope } from '../../../shared/booking.ts'
import { useWords } from '../../language.ts'
import { Chips } from '../../parts/chips.tsx'

type ScopeChoiceProps = { chosen: SeriesScope; onChoose: (scope: SeriesScope) => void }

const scopes: SeriesScope[] = ['this', 'following', 'all']

/** Of a series: how much of it is meant. */
export function ScopeChoice({ chosen, onChoose }: ScopeChoiceProps) {
  const words = useWords().series
  return (
    <Chips
      label={words.scope}
      choices={scopes.map((value) => ({ value, text: words.scopes[value] }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

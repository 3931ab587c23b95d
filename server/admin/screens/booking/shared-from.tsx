import { Anchor } from '@mantine/core'
import { useState } from 'react'
import type { Visit } from '../../answers.ts'
import { useWords } from '../../words/words.ts'
import { usePackagePlans } from '../cards/use-cards.ts'
import { CustomerCombobox } from '../customers/customer-combobox.tsx'

type Props = { visit: Visit; onPick: (customerId: string) => void }

/** Whose package pays, where it may be another's: theirs join those to choose from. Nothing where no such package is sold. */
export function SharedFrom({ visit, onPick }: Props) {
  const { billWallets: words } = useWords()
  const [typed, type] = useState<string>()
  const plans = usePackagePlans().data ?? []
  const isShared = plans.some(
    ({ shareable, serviceId }) => shareable && visit.parts.some((part) => part.serviceId === serviceId),
  )
  if (!visit.customer || !isShared) return null
  if (typed === undefined)
    return (
      <Anchor component="button" type="button" size="sm" mih={44} ta="left" onClick={() => type('')}>
        {words.shared}
      </Anchor>
    )
  return (
    <CustomerCombobox
      label={words.sharedFrom}
      description={words.sharedHint}
      value={typed}
      onChange={type}
      onPick={({ id, name }) => {
        type(name)
        onPick(id)
      }}
    />
  )
}

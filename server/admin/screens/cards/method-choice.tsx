import type { PayMethod } from '../../../../shared/payments.ts'
import { Chips } from '../../parts/chips.tsx'
import { useWords } from '../../words/words.ts'

type Props = { value: PayMethod; onChange: (method: PayMethod) => void }

/** How the customer paid. */
export function MethodChoice({ value, onChange }: Props) {
  const { wallets } = useWords()
  return (
    <Chips
      label={wallets.method}
      value={value}
      onChange={(chosen) => onChange(chosen as PayMethod)}
      choices={Object.entries(wallets.methods).map(([method, label]) => ({ value: method, label }))}
    />
  )
}

import { useState } from 'react'
import { formatVnd } from '../../shared/money.ts'
import type { DepositAsked } from '../api.ts'
import { useWords } from '../language.ts'
import { useShop } from '../shop.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import './deposit-terms.css'
import { Sheet } from './sheet.tsx'
import { Tick } from './tick.tsx'

type Props = { asked: DepositAsked; agreed: boolean; onAgree: (agreed: boolean) => void }

/** What is to be paid ahead, why, and what becomes of it; all of it is read before anything is booked. */
export function DepositTerms({ asked, agreed, onAgree }: Props) {
  const words = useWords()
  const { depositMinutes } = useShop()
  const [isOpen, open] = useState(false)
  const { amountVnd, why, policy } = asked
  return (
    <Card tone="warning">
      <section className="deposit-terms" aria-label={words.deposit.title(formatVnd(amountVnd))}>
        <h2>{words.deposit.title(formatVnd(amountVnd))}</h2>
        <p>{words.deposit.why[why]}</p>
        <p>{words.deposit.minutes(depositMinutes)}</p>
        <Tiers tiers={policy?.refundTiers ?? []} />
        <p>{words.deposit.shopCancels}</p>
        {policy?.words && (
          <Button look="plain" onPress={() => open(true)}>
            {words.deposit.whole}
          </Button>
        )}
        <Tick text={words.deposit.agree} on={agreed} onChange={onAgree} />
      </section>
      {isOpen && (
        <Sheet title={words.confirm.wholePolicy} onClose={() => open(false)}>
          <p className="policy-words">{policy?.words}</p>
          <Button wide onPress={() => open(false)}>
            {words.close}
          </Button>
        </Sheet>
      )}
    </Card>
  )
}

/** How much comes back to who cancels when, in words. */
function Tiers({ tiers }: { tiers: { hoursBefore: number; percent: number }[] }) {
  const words = useWords().deposit
  const inOrder = tiers.toSorted((a, b) => b.hoursBefore - a.hoursBefore)
  const least = inOrder.at(-1)
  if (!least) return <p>{words.noTiers}</p>
  return (
    <div>
      <p className="strong">{words.tiersTitle}</p>
      <ul>
        {inOrder.map(({ hoursBefore, percent }) => (
          <li key={hoursBefore}>{words.tier(hoursBefore, percent)}</li>
        ))}
        {least.hoursBefore > 0 && <li>{words.otherwise(least.hoursBefore)}</li>}
      </ul>
    </div>
  )
}

import { useState } from 'react'
import { useWords } from '../../language.ts'
import { LinkButton } from '../../parts/button.tsx'
import { PayPanel } from '../../parts/pay-panel.tsx'
import { Screen } from '../../parts/screen.tsx'
import { usePayment } from '../../parts/use-payment.ts'
import type { ScreenProps } from '../../routes.tsx'

/** A payment by itself: where a message leads to. */
export function Pay({ params }: ScreenProps) {
  const { paying } = useWords()
  const [isPaid, tell] = useState(false)
  return (
    <Screen title={paying.title} above="/">
      <PayPanel key={params.id} paymentId={params.id!} onPaid={() => tell(true)} />
      {isPaid && <WhatFor paymentId={params.id!} />}
    </Screen>
  )
}

function WhatFor({ paymentId }: { paymentId: string }) {
  const { paying } = useWords()
  const { answer } = usePayment(paymentId)
  if (!answer) return null
  const place = answer.forKind === 'order' ? `/orders/${answer.forId}` : `/bookings/${answer.forId}`
  return (
    <LinkButton to={place} look="soft" wide>
      {paying.see}
    </LinkButton>
  )
}

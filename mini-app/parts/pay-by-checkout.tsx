import { useState } from 'react'
import { formatVnd } from '../../shared/money.ts'
import { answerOf } from '../answer.ts'
import { api, type Payment } from '../api.ts'
import { useWords } from '../language.ts'
import { useAct } from '../load.ts'
import { openCheckout } from '../zalo.ts'
import { Button } from './button.tsx'
import { ActProblem } from './loaded.tsx'

/** Opens Zalo's sheet with the very words that the server signed, and tells the server which order of Zalo's that is. */
export function PayByCheckout({ payment, onOpened }: { payment: Payment; onOpened: () => void }) {
  const { paying } = useWords()
  const { id, amountVnd, zaloMethod } = payment
  const [sheet, tell] = useState<'opened' | 'failed'>()
  const open = useAct(async () => {
    const signed = await answerOf(api.payments[':id'].checkout.$post({ param: { id } }))
    const opened = await openCheckout(signed)
    tell(opened.state === 'granted' ? 'opened' : opened.state === 'refused' ? undefined : 'failed')
    if (opened.state !== 'granted') return
    await answerOf(api.payments[':id'].link.$post({ param: { id }, json: { zaloOrderId: opened.value } }))
    onOpened()
  })
  const isOpened = sheet === 'opened' || zaloMethod !== null
  return (
    <>
      <p className="small" role="status">
        {sheet === 'failed' ? paying.notOpened : !zaloMethod && (isOpened ? paying.confirming : paying.checkout)}
      </p>
      <ActProblem of={open} />
      <Button wide look={isOpened ? 'soft' : 'main'} busy={open.busy} onPress={open.run}>
        {zaloMethod ? paying.otherWay : isOpened ? paying.reopen : paying.open(formatVnd(amountVnd))}
      </Button>
    </>
  )
}

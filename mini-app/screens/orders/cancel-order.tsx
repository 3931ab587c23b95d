import { formatVnd } from '../../../shared/money.ts'
import { answerOf } from '../../answer.ts'
import { api, type Order } from '../../api.ts'
import { useWords } from '../../language.ts'
import { useAct } from '../../load.ts'
import { Button } from '../../parts/button.tsx'
import { ActProblem } from '../../parts/loaded.tsx'
import { Sheet } from '../../parts/sheet.tsx'

/** Says what comes back before it is too late. */
export function CancelOrder({ order, onClose }: { order: Order; onClose: () => void }) {
  const words = useWords().orders
  const { id, payments, paybacks } = order
  const paidVnd =
    payments.reduce((sum, { receivedVnd }) => sum + receivedVnd, 0) -
    paybacks.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
  const cancel = useAct(async () => {
    await answerOf(api.orders[':id'].cancel.$post({ param: { id } }))
    onClose()
  })
  return (
    <Sheet title={words.cancelTitle} onClose={onClose}>
      <p className="strong">{order.what}</p>
      <p className="muted">{words.cancelWords}</p>
      {paidVnd > 0 && <p className="strong">{words.cancelBack(formatVnd(paidVnd))}</p>}
      <ActProblem of={cancel} />
      <Button look="danger" wide busy={cancel.busy} onPress={cancel.run}>
        {words.cancelYes}
      </Button>
      <Button look="plain" wide onPress={onClose}>
        {words.cancelNo}
      </Button>
    </Sheet>
  )
}

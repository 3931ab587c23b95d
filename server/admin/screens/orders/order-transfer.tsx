import { Modal, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Transfer } from '../../answers.ts'
import { answerOf, api } from '../../api.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWords } from '../../words/words.ts'
import { TransferWait, useAwaited } from '../booking/transfer-wait.tsx'

type Props = { paymentId: string; opened: boolean; onClose: () => void }

/** The code of a transfer that an order waits for; closes by itself when the money is there. */
export function OrderTransfer({ paymentId, opened, onClose }: Props) {
  const { orders: words } = useWords()
  const load = useQuery({
    queryKey: ['payment', paymentId],
    queryFn: () => answerOf(api.payments[':id'].$get({ param: { id: paymentId } })),
    enabled: opened,
  })
  return (
    <Modal opened={opened} onClose={onClose} title={words.transferOpen}>
      <Loaded of={load} skeleton={<Skeleton h={320} />}>
        {(transfer) => <Waiting asked={transfer} onClose={onClose} />}
      </Loaded>
    </Modal>
  )
}

function Waiting({ asked, onClose }: { asked: Transfer; onClose: () => void }) {
  const queries = useQueryClient()
  const { transfer } = useAwaited(asked, () => {
    onClose()
    void queries.invalidateQueries()
  }, ['paid', 'over'])
  return <TransferWait transfer={transfer}>{null}</TransferWait>
}
